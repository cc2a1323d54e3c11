import type { BureauRegister } from "@/lib/checks/finding";

/** A stretch of the places in a name, half open. */
export interface Stretch {
  from: number;
  to: number;
}

/** A registered name, and which of its characters a near miss may have wrong. */
export interface RegisteredName {
  characters: string[];
  /** Those that tell the region from others: 灋河 in 灋河区司法局. */
  core: Stretch;
  /** Those of the bureau itself: 司法 in 灋河区司法局. Empty in other names. */
  own: Stretch;
  kind: "organ" | "region" | "media";
}

const level = /(?:自治州|自治县|自治旗|街道|新区|区|县|市|镇|乡|州|省|旗|盟)$/;
const nowhere: Stretch = { from: 0, to: 0 };

/** Names to compare with, longest first: rather the whole organ's name than its region's. */
export function comparableNames(register: BureauRegister): RegisteredName[] {
  const regions = register.regionNames
    .filter((region) => level.test(region))
    .sort((a, b) => b.length - a.length);
  return [
    ...[register.name, ...register.shortNames].flatMap((name) => organName(name, regions)),
    ...register.mediaNames.flatMap((name) => mediaName(name, regions)),
    ...regions.map((region): RegisteredName => {
      return { characters: [...region], core: coreOf(region), own: nowhere, kind: "region" };
    }),
  ].sort((a, b) => b.characters.length - a.characters.length);
}

/** Only with its region in front: 区司法局 is one letter from 市司法局, which exists. */
function organName(name: string, regions: string[]): RegisteredName[] {
  const region = regions.find((r) => name.startsWith(r) && name !== r);
  if (!region) return [];
  const characters = [...name];
  // The last one may rightly differ: 局, 所, 厅.
  const own = { from: [...region].length, to: characters.length - 1 };
  return [{ characters, core: coreOf(region), own, kind: "organ" }];
}

function mediaName(name: string, regions: string[]): RegisteredName[] {
  const core = regions.map(withoutLevel).find((c) => c !== "" && name.includes(c));
  if (!core) return [];
  const from = [...name.slice(0, name.indexOf(core))].length;
  const to = from + [...core].length;
  return [{ characters: [...name], core: { from, to }, own: nowhere, kind: "media" }];
}

function coreOf(region: string): Stretch {
  return { from: 0, to: [...withoutLevel(region)].length };
}

function withoutLevel(region: string): string {
  return region.replace(level, "");
}
