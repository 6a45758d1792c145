import { Document, isPair, isScalar, visit } from 'yaml';
import type { ReportWriter } from './report-file.ts';

/** Keys whose numbers the documents write with a decimal: `412.0`. */
const DECIMAL = /(^|_)(hours|percentage)$/;

/** As document 4 spells reports. */
export const yaml: ReportWriter = {
  ending: 'yaml',
  mediaType: 'application/yaml',
  write({ answer }) {
    const document = new Document(answer.data);
    visit(document, {
      Scalar(_key, node, path) {
        const pair = path.at(-1);
        const isValue = isPair(pair) && pair.value === node && isScalar(pair.key);
        if (
          typeof node.value === 'number' &&
          isValue &&
          DECIMAL.test(String((pair.key as { value: unknown }).value))
        )
          node.minFractionDigits = 1;
      },
    });
    return document.toString({ lineWidth: 0 });
  },
};
