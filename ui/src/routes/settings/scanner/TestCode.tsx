/** The test code as a GS1 QR code: FNC1 in the first position tells scanners what it is (ISO/IEC 18004, 7.4.8.1). */
import { type Mode, correction, generate, mode } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { useTranslation } from "react-i18next";
import { testCode, testCodePrinted } from "./verdict";

const fnc1: Mode = (data) => { data.push(0b0101, 4); };
/** Modules of white around it, without which it is not found. */
const quiet = 4;
const code = generate(mode.multi(fnc1, mode.bytes(new TextEncoder().encode(testCode))), { minCorrectionLevel: correction.M });
const side = code.size + 2 * quiet;
const path = toSvgPath(code);

export function TestCode() {
  const { t } = useTranslation();
  return (
    // Black on white in the dark as well: scanners read nothing else.
    <svg role="img" aria-label={t("scan.scanner.testCode", { code: testCodePrinted })} data-testid="scanner-test-code" width={220} height={220} viewBox={`${-quiet} ${-quiet} ${side} ${side}`} shapeRendering="crispEdges" style={{ borderRadius: 6 }}>
      <path d={`M${-quiet} ${-quiet}h${side}v${side}h${-side}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
