import { EmptyState } from "@/components/layout/EmptyState";
import { LinkButton } from "@/components/ui/LinkButton";
import { Panel } from "@/components/ui/Panel";

/** The 审计管理员 reads and verifies; nothing of his waits for anybody else. */
export function AuditorPart() {
  return (
    <Panel title="操作日志">
      <p className="text-sm">
        每一次登录、送审、审核、退回、发布都记成一条，前后以校验值相连；改动其中任何一条，核验时都会发现。
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton href="/desk/audit" tone="primary">
          查看操作日志
        </LinkButton>
        <LinkButton href="/desk/audit#verify">核验日志</LinkButton>
      </div>
    </Panel>
  );
}

/** What an account without work in this version is for. */
export function NoWorkPart({ isAdministrator }: { isAdministrator: boolean }) {
  const next = isAdministrator
    ? "这个账号用于管理机构、人员和安全设置。本版本还没有这些页面，机构和人员由部署时的数据确定；账号不能查看、审核或发布任何报告。"
    : "这个账号目前没有任何职责。请联系系统管理员核对您的单位和角色。";
  return (
    <Panel>
      <EmptyState title="现在没有要办的事" next={next} />
    </Panel>
  );
}
