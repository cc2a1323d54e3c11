// Loaded ahead of a program that a script starts: when the script is gone, even by kill -9, the
// channel to it breaks and the program ends too.
if (process.channel) {
  process.on("disconnect", () => process.exit(1));
  process.channel.unref();
}
