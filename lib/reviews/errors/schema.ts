import { z } from "zod";

/** The year that is asked for. */
export const errorRatesQuery = z.strictObject({
  year: z.coerce.number().int().min(2008).max(2100),
});

/** 差错率 of one 送审: what its 校 found, by the length of the text they read. */
export interface ErrorRate {
  /** Of the report. */
  report: string;
  bureau: string;
  bureauName: string;
  year: number;
  scope: "own" | "area";
  /** 第几次送审. */
  round: number;
  /** 第几稿 was read. */
  revisionNo: number;
  /** 差错 by class, each class with its number. */
  errors: Record<string, number>;
  total: number;
  /** 字数 of its prose. */
  characters: number;
  /** 差错 per 万字, to a tenth; null without prose. */
  rate: number | null;
}
