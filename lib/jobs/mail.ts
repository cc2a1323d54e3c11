import "server-only";
import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import type { Mail } from "@/lib/notifications/mails/rules";

const SECOND = 1_000;

/** Bounds a server that answers slowly, or not at all; together well below the lease. */
const timeouts = {
  dnsTimeout: 5 * SECOND,
  connectionTimeout: 10 * SECOND,
  greetingTimeout: 10 * SECOND,
  socketTimeout: 15 * SECOND,
};

export interface Letter extends Mail {
  /** The same again when it is sent again, so that a mailbox can tell. */
  id: string;
  to: { name: string; address: string };
}

/** Hands a mail to the server of `SMTP_URL`. @throws what nodemailer throws when it is not taken */
export async function sendMail({ id, to, subject, text }: Letter): Promise<void> {
  const transport = createTransport({ url: env.SMTP_URL, ...timeouts });
  try {
    await transport.sendMail({
      messageId: `<${id}@${new URL(env.APP_URL).hostname}>`,
      from: env.MAIL_FROM,
      to,
      subject,
      text,
      // Nobody's holiday note answers it.
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } finally {
    transport.close();
  }
}

/** Whether the server will never take this mail: it does not know the mailbox, for one. */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode = 0 } = Object(error) as { code?: string; responseCode?: number };
  return code === "EENVELOPE" && responseCode >= 500;
}
