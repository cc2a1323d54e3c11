import { z } from "zod";
import { wordsProblem } from "@/lib/format/prose";

/** 代理: who acts for whom, in the half-open time from `from` to `until`. */
export const delegationInput = z.strictObject({
  /** Code of the bureau whose roles are lent. */
  bureau: z.string().min(1).max(40),
  /** Whose roles; without it the actor's own. */
  principal: z.uuid().optional(),
  deputy: z.uuid("请选择代理人"),
  from: z.iso.datetime({ offset: true }),
  until: z.iso.datetime({ offset: true }),
  reason: z
    .string()
    .trim()
    .min(2, "请写明代理的原因")
    .max(200, "原因不超过两百字")
    .superRefine((text, ctx) => {
      const problem = wordsProblem(text);
      if (problem) ctx.addIssue({ code: "custom", message: problem });
    }),
});
export type DelegationInput = z.infer<typeof delegationInput>;

export interface NamedPerson {
  id: string;
  name: string;
}

/** A 代理 as it is shown to those concerned. */
export interface DelegationItem {
  id: string;
  bureauName: string;
  principal: NamedPerson;
  deputy: NamedPerson;
  from: Date;
  /** Half open. */
  until: Date;
  reason: string;
  state: DelegationState;
  /** Whether the actor may revoke it now. */
  canRevoke: boolean;
}

export type DelegationState = "coming" | "running" | "over" | "revoked";

/** A bureau in which the actor may set deputies: for whom, and who could be it. */
export interface DelegationOffer {
  bureau: string;
  bureauName: string;
  principals: NamedPerson[];
  people: NamedPerson[];
}
