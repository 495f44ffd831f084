/**
 * The look, as Ant Design tokens: porcelain, ink and celadon, light and dark.
 * This is the one place where a colour, a radius or a duration is written down; components and
 * global.css read them as CSS variables (--ant-color-text and so on) and never repeat a value.
 * Every pair of text and ground here passes WCAG AA (theme.test.ts counts).
 */
import { theme as antd, type MappingAlgorithm, type ThemeConfig } from "antd";

export const palettes = {
  light: {
    ground: "#FAF9F6",
    surface: "#FFFFFF",
    raised: "#FFFFFF",
    line: "#E7E3DC",
    lineStrong: "#D6D1C7",
    ink: "#22272B",
    second: "#6B6F73",
    accent: "#2F6F66",
    accentHover: "#3A8278",
    accentActive: "#245750",
    accentTint: "#E6F0ED",
    accentTintHover: "#D8E7E3",
    onAccent: "#FFFFFF",
    danger: "#B23A3A",
    dangerTint: "#F8EAE8",
    caution: "#8A5A0C",
    cautionTint: "#F7EFDD",
    hover: "#F4F2ED",
    closed: "#F4F2ED",
    selected: "#FFFFFF",
    tooltip: "#22272B",
    mask: "rgba(34, 39, 43, 0.28)",
    shadow: "0 8px 28px rgba(34, 39, 43, 0.12)",
  },
  dark: {
    ground: "#16191B",
    surface: "#1E2225",
    raised: "#252A2E",
    line: "#2C3236",
    lineStrong: "#4A545A",
    ink: "#E8E6E1",
    second: "#9AA0A3",
    accent: "#7FB8AC",
    accentHover: "#93C7BC",
    accentActive: "#6BA698",
    accentTint: "#22332F",
    accentTintHover: "#294039",
    onAccent: "#16191B",
    danger: "#E07A7A",
    dangerTint: "#3A2424",
    caution: "#D9A441",
    cautionTint: "#352B18",
    hover: "#272C30",
    closed: "#16191B",
    selected: "#3B4348",
    tooltip: "#E8E6E1",
    mask: "rgba(0, 0, 0, 0.5)",
    shadow: "0 8px 28px rgba(0, 0, 0, 0.5)",
  },
} as const;

export type Shade = keyof typeof palettes;

const fontFamily =
  'system-ui, "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

/** Of these the dark algorithm makes colours of its own, too dim to be read; they stay as they are written here. */
function exactly(p: (typeof palettes)[Shade]): MappingAlgorithm {
  const colours = { colorPrimary: p.accent, colorLink: p.accent, colorSuccess: p.accent, colorInfo: p.second, colorWarning: p.caution, colorError: p.danger };
  return (seed, map) => ({ ...(map ?? antd.defaultAlgorithm(seed)), ...colours });
}

/** Ant Design's theme for one shade; `still` switches every movement off. */
export function themeFor(shade: Shade, still: boolean): ThemeConfig {
  const p = palettes[shade];
  return {
    algorithm: [shade === "dark" ? antd.darkAlgorithm : antd.defaultAlgorithm, exactly(p)],
    cssVar: { key: "jingtai" },
    token: {
      fontFamily,
      fontSize: 14,
      lineHeight: 20 / 14,
      fontSizeLG: 16,
      fontSizeSM: 12,
      fontSizeHeading1: 24,
      fontSizeHeading2: 20,
      fontSizeHeading3: 18,
      fontSizeHeading4: 16,
      fontSizeHeading5: 14,
      fontWeightStrong: 600,
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 4,
      controlHeight: 32,
      controlHeightLG: 40,
      controlHeightSM: 24,
      padding: 16,
      paddingLG: 20,
      colorPrimary: p.accent,
      colorPrimaryHover: p.accentHover,
      colorPrimaryActive: p.accentActive,
      colorPrimaryBg: p.accentTint,
      colorPrimaryBgHover: p.accentTintHover,
      colorPrimaryText: p.accent,
      colorPrimaryTextHover: p.accentHover,
      colorLink: p.accent,
      colorLinkHover: p.accentHover,
      colorLinkActive: p.accentActive,
      colorSuccess: p.accent,
      colorSuccessBg: p.accentTint,
      colorSuccessText: p.accent,
      colorInfo: p.second,
      colorInfoBg: p.hover,
      colorWarning: p.caution,
      colorWarningText: p.caution,
      colorWarningBg: p.cautionTint,
      colorWarningBorder: p.lineStrong,
      colorError: p.danger,
      colorErrorText: p.danger,
      colorErrorBg: p.dangerTint,
      colorText: p.ink,
      colorTextHeading: p.ink,
      colorTextSecondary: p.second,
      colorTextTertiary: p.second,
      colorTextDescription: p.second,
      colorTextPlaceholder: p.second,
      colorTextLightSolid: p.onAccent,
      colorIcon: p.second,
      colorBgLayout: p.ground,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorBgSpotlight: p.tooltip,
      colorBgMask: p.mask,
      colorBgTextHover: p.hover,
      colorFillSecondary: p.hover,
      colorFillTertiary: p.hover,
      colorFillQuaternary: p.hover,
      colorFillAlter: p.closed,
      colorBorder: p.lineStrong,
      colorBorderSecondary: p.line,
      colorSplit: p.line,
      controlItemBgHover: p.hover,
      controlItemBgActive: p.accentTint,
      controlItemBgActiveHover: p.accentTintHover,
      controlOutline: p.accentTint,
      boxShadow: p.shadow,
      boxShadowSecondary: p.shadow,
      boxShadowTertiary: "none",
      motion: !still,
      motionDurationFast: "0.08s",
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.15s",
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 500 },
      Form: { verticalLabelPadding: "0 0 4px", itemMarginBottom: 24, labelColor: p.second },
      Progress: { defaultColor: p.accent },
      Segmented: { trackBg: p.hover, itemSelectedBg: p.selected },
      Tabs: { horizontalItemPadding: "8px 0 12px" },
      Table: { headerBg: p.surface, headerColor: p.second },
    },
  };
}
