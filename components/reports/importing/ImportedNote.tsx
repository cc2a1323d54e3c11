"use client";

import { useEffect } from "react";
import { Callout } from "@/components/ui/Callout";

/** Said once above the form after an import; a reload does not say it again. */
export function ImportedNote() {
  useEffect(() => window.history.replaceState(null, "", window.location.pathname), []);
  return (
    <div className="mb-4">
      <Callout tone="success" live title="来稿已存入">
        请对照来稿核对，补全空白的内容，处理校核问题。导入前的内容可以在“历史”中查看。
      </Callout>
    </div>
  );
}
