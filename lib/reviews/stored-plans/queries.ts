import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import { readableBureaus } from "@/lib/reports/policy";
import { keepsPlansOf, mayEditPlan, visiblePlans } from "@/lib/reviews/plans/policy";
import type { Prisma } from "@/prisma/generated/client";

type Tx = Prisma.TransactionClient;

/** The bureau by its code, which the actor keeps the plans of. @throws NOT_FOUND, FORBIDDEN */
export async function getKeptBureau(actor: Actor, code: string) {
  const bureau = await db.bureau.findFirst({
    where: { code, id: { in: readableBureaus(actor) } },
    select: { id: true, planId: true },
  });
  if (!bureau) throw notFoundError();
  if (keepsPlansOf(actor, bureau.id)) return bureau;
  throw new AppError("FORBIDDEN", ["只有本单位的发布管理员可以管理本单位的审核流程和常用意见。"]);
}

export interface OwnPlan extends Awaited<ReturnType<typeof lockPlan>> {
  bureauId: string;
  /** Bureau code: its audit chain. */
  chain: string;
}

/** A plan that the actor keeps, locked. @throws NOT_FOUND, FORBIDDEN, CONFLICT for an old version */
export async function lockOwnPlan(
  tx: Tx,
  actor: Actor,
  id: string,
  ifMatch?: number,
): Promise<OwnPlan> {
  const plan = await lockPlan(tx, actor, id);
  const { bureauId, bureau } = plan;
  if (!mayEditPlan(actor, plan) || !bureauId || !bureau) throw notHis(bureauId);
  if (ifMatch !== undefined && ifMatch !== plan.version) {
    const by = plan.changedByName ? `${plan.changedByName}刚刚改过` : "刚刚有了变化";
    throw new AppError("CONFLICT", [`这个流程${by}，您看到的不是最新的，请重新载入后再改。`], {
      version: plan.version,
    });
  }
  return { ...plan, bureauId, chain: bureau.code };
}

function notHis(bureauId: string | null): AppError {
  return new AppError("FORBIDDEN", [
    bureauId
      ? "只有本单位的发布管理员可以修改审核流程。"
      : "现成的流程不能修改，请复制一份，在复制件上改。",
  ]);
}

/** A plan that the actor sees, locked until the commit. @throws NOT_FOUND */
export async function lockPlan(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "ReviewPlan" WHERE id = ${id}::uuid FOR UPDATE`;
  const plan = await tx.reviewPlan.findFirst({
    where: { id, ...visiblePlans(actor) },
    select: {
      id: true,
      name: true,
      bureauId: true,
      draft: true,
      version: true,
      changedByName: true,
      bureau: { select: { code: true } },
      versions: { orderBy: { no: "desc" }, take: 1, select: { no: true, definition: true } },
    },
  });
  if (!plan) throw notFoundError();
  return plan;
}
