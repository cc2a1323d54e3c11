import type { GatewayValues } from "@/lib/notifications/gateway/rules";
import type { Notice } from "@/lib/notifications/rules";
import { lastDayWords } from "@/lib/reports/deadlines/rules";

/** A notice on its way to one person. */
export interface Sending {
  /** Of the delivery. */
  id: string;
  notice: Notice;
  name: string;
  /** Address of the site: https://nb.example.cn */
  site: string;
}

export interface Mail {
  subject: string;
  text: string;
}

/**
 * A notice as a mail: what waits where and until when, and the address that leads to it behind the
 * sign-in. The address decides nothing by being opened.
 */
export function mailOf(sending: Sending): Mail {
  const { notice, name, site } = sending;
  const { bureauName, year, step } = notice.about;
  const lines = [
    `${name}：`,
    "",
    notice.text,
    "",
    `机关：${bureauName}`,
    ...(year === null ? [] : [`年度：${year}`]),
    ...(step ? [`环节：${step}`, `期限：${dueOf(notice)}`] : []),
    `查看（需要登录）：${addressOf(sending)}`,
    "",
    "本邮件由年报台自动发出，请不要回复。打开上面的网址不会作出任何审核决定。",
    `不想再收到邮件的，请登录后在“消息设置”里关闭：${new URL("/desk/settings", site).href}`,
    "",
  ];
  return { subject: `【年报台】${notice.text}`, text: lines.join("\n") };
}

/** The same for the gateway, value by value. */
export function gatewayValues(sending: Sending, phone: string): GatewayValues {
  const { id, notice, name } = sending;
  const { bureauName, year, step } = notice.about;
  return {
    id,
    name,
    phone,
    step: step ?? "",
    due: dueOf(notice),
    address: addressOf(sending),
    title: year === null ? bureauName : `${bureauName}${year}年度报告`,
  };
}

function dueOf({ about }: Notice): string {
  return about.dueAt ? lastDayWords(new Date(about.dueAt)) : "未设期限";
}

function addressOf({ notice, site }: Sending): string {
  return new URL(notice.href, site).href;
}
