import type { Operation } from "@/lib/openapi/operation";

const delegations = "/api/v1/delegations";

/** 代理: who acts for whom, and until when. */
export const delegationOperations: Operation[] = [
  {
    method: "get",
    path: delegations,
    id: "listDelegations",
    tag: "审核与发布",
    summary: "与我有关的代理，以及我可以替谁、请谁代理",
    answer: "Delegations",
    refusals: [],
  },
  {
    method: "post",
    path: delegations,
    id: "delegate",
    tag: "审核与发布",
    summary: "设置代理人：自开始时刻起、到结束时刻之前，以代理人自己的名义办理",
    body: "NewDelegation",
    status: 201,
    answer: "CreatedDelegation",
    refusals: ["FORBIDDEN", "NOT_FOUND", "INVALID", "TOO_LARGE"],
  },
  {
    method: "put",
    path: `${delegations}/{id}/revocation`,
    id: "revokeDelegation",
    tag: "审核与发布",
    summary: "撤销代理，立即生效；已经签署的意见有效",
    status: 204,
    refusals: ["FORBIDDEN", "NOT_FOUND", "CONFLICT"],
  },
];
