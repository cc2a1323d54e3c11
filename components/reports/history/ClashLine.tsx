import { placeName } from "@/components/reports/place-name";
import { TextLink } from "@/components/ui/TextLink";
import type { Clash } from "@/lib/reports/history/schema";

interface ClashLineProps {
  reportId: string;
  format: string;
  clash: Clash;
}

/** Where two people wrote in one place, with the way to both texts; cells are told at once. */
export function ClashLine({ reportId, format, clash }: ClashLineProps) {
  const { id, section, places } = clash;
  return (
    <div className="space-y-1 text-sm">
      <ul>
        {places.map(({ place, stored, refused }) => (
          <li key={place}>
            {placeName(format, section, place)}
            {place !== "paragraphs" && place !== "notes" && (
              <>
                ：已保存的是 {stored ?? "空白"}，没有存入的是 {refused ?? "空白"}
              </>
            )}
          </li>
        ))}
      </ul>
      <TextLink href={`/desk/reports/${reportId}/history/clashes/${id}`} prefetch={false}>
        两份内容
      </TextLink>
    </div>
  );
}
