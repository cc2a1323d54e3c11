import type { DecisionOffer } from "@/lib/reviews/offers/rules";

interface ErrorLimitsProps {
  limits: DecisionOffer["errorLimits"];
  total: number;
}

/** 差错限额 of the steps in hand, beside what was found, before anything is pressed. */
export function ErrorLimits({ limits, total }: ErrorLimitsProps) {
  return limits.map(({ label, limit }) => (
    <p key={label} role="status" className={total > limit ? "text-sm text-danger" : "text-sm"}>
      {label}的差错限额 {limit} 处，已记 {total} 处
      {total > limit ? "，超过限额，不能通过，请退回修改。" : "。"}
    </p>
  ));
}
