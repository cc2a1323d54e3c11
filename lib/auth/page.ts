import "server-only";
import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";
import { parseId } from "@/lib/input";

/** What a page loads by the id in its address; what the actor may not read answers as no page at all. */
export async function orNotFound<T>(id: string, load: (id: string) => Promise<T>): Promise<T> {
  try {
    return await load(parseId(id));
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
