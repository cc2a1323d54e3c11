import { runApp } from "./app.mjs";
import { runScript } from "./shutdown.mjs";

runScript(() => runApp("start"));
