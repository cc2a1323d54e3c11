import { type ComponentType, useEffect, useState } from "react";
import type { RowNotesDialog } from "@/components/reports/tables/RowNotesDialog";
import type { TableFormat } from "@/lib/format/format";

type DialogProps = Parameters<typeof RowNotesDialog>[0];

interface RowNotesLoaderProps {
  table: TableFormat;
  row: string | null;
  onClose: () => void;
  onFail: () => void;
}

/** The notes come when they are first asked for; without the network that is said, not thrown. */
export function RowNotesLoader({ onFail, ...props }: RowNotesLoaderProps) {
  const [Loaded, setLoaded] = useState<ComponentType<DialogProps> | null>(null);

  useEffect(() => {
    let isHere = true;
    import("@/components/reports/tables/RowNotesDialog").then(
      (module) => isHere && setLoaded(() => module.RowNotesDialog),
      () => isHere && onFail(),
    );
    return () => {
      isHere = false;
    };
  }, [onFail]);

  return Loaded && <Loaded {...props} />;
}
