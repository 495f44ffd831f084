import { theme } from "antd";
import { expect, test } from "vitest";
import { palettes, themeFor } from "./theme";

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["ground", "surface", "raised", "hover", "closed"] as const;
const inks = ["ink", "second", "accent", "danger", "caution"] as const;

for (const shade of ["light", "dark"] as const) {
  const palette = palettes[shade];
  const pairs: [text: keyof typeof palette, ground: keyof typeof palette][] = [
    ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as [typeof ink, typeof ground])),
    ["onAccent", "accent"],
    ["onAccent", "accentHover"],
    ["onAccent", "danger"],
    ["onAccent", "tooltip"],
    ["accent", "accentTint"],
    ["ink", "selected"],
    ["ink", "accentTint"],
    ["ink", "accentTintHover"],
    ["danger", "dangerTint"],
    ["caution", "cautionTint"],
  ];
  test(`${shade}: the components have these colours and no shades of them`, () => {
    const token = theme.getDesignToken(themeFor(shade, false));
    expect([token.colorPrimary, token.colorLink, token.colorError, token.colorWarning]).toEqual([palette.accent, palette.accent, palette.danger, palette.caution]);
    expect([token.colorText, token.colorTextSecondary, token.colorBgContainer, token.colorPrimaryBg]).toEqual([palette.ink, palette.second, palette.surface, palette.accentTint]);
  });
  test.each(pairs)(`${shade}: %s on %s can be read`, (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
}
