/**
 * What analysts call the items of financial statements, and how statements print them: "capex" is nowhere in a filing whose
 * cash flow statement has "Purchases of property and equipment". The usual names of US GAAP and IFRS statements. Pure.
 */
import type { Operation, QuestionForms, TradeTerm } from '../../core/question-forms.ts';
import { listWords } from '../list-words.ts';

const sales = ['net sales', 'total revenue', 'net revenues', 'revenue'];
const costOfSales = ['cost of sales', 'cost of goods sold', 'cost of products sold', 'cost of revenue'];
const operatingIncome = ['operating income', 'operating profit', 'income from operations'];
const netIncome = ['net income', 'net earnings', 'profit for the year'];
const cashFromOperations = [
  'net cash provided by operating activities',
  'cash flows from operating activities',
];
const capitalExpenditures = [
  'capital expenditures',
  'purchases of property and equipment',
  'purchases of property, plant and equipment',
  'additions to property and equipment',
  'additions to property, plant and equipment',
];
const inventories = ['inventories', 'merchandise inventories'];
const receivables = ['accounts receivable', 'trade receivables', 'receivables, net'];
const payables = ['accounts payable', 'trade payables'];
const currentAssets = ['total current assets'];
const currentLiabilities = ['total current liabilities'];
const assets = ['total assets'];
const equity = ["total stockholders' equity", "total shareholders' equity", 'total equity'];
const debt = ['long-term debt', 'total debt', 'borrowings'];
const interest = ['interest expense', 'finance costs'];
const depreciation = ['depreciation and amortization', 'depreciation'];
const beforeTax = ['income before income taxes', 'earnings before income taxes', 'profit before tax'];
const propertyAndEquipment = ['property, plant and equipment', 'property and equipment'];
const dividends = ['dividends paid', 'cash dividends', 'payments of dividends'];

/** One thing, as it is asked for and printed. */
const one = (asked: RegExp, ...printed: string[]): TradeTerm => ({ asked, means: [printed] });
/** One thing that others are reckoned of too. */
const same = (asked: RegExp, printed: readonly string[]): TradeTerm => ({ asked, means: [printed] });
/** What is reckoned of two things. */
const of = (
  asked: RegExp,
  reckoned: Operation,
  first: readonly string[],
  second: readonly string[],
): TradeTerm => ({ asked, means: [first, second], reckoned });

/** What is reckoned of several things, by ways that differ. */
const several = (asked: RegExp, ...means: (readonly string[])[]): TradeTerm => ({ asked, means });

const terms: readonly TradeTerm[] = [
  same(/\bcap-?ex\b/i, capitalExpenditures),
  one(/\bop-?ex\b/i, 'operating expenses'),
  same(/\bcogs\b/i, costOfSales),
  one(/\bSG&A\b/i, 'selling, general and administrative expenses', 'selling, general and administrative'),
  one(/\bG&A\b/i, 'general and administrative expenses', 'general and administrative'),
  one(/\bR&D\b/i, 'research and development'),
  one(/\bSBC\b/, 'stock-based compensation', 'share-based compensation'),
  one(/\bRSUs\b/, 'restricted stock units', 'RSUs'),
  same(/\bPP&E\b/i, propertyAndEquipment),
  same(/\bD&A\b/i, depreciation),
  one(/\bDTAs?\b/, 'deferred tax assets'),
  one(/\bDTLs?\b/, 'deferred tax liabilities'),
  one(/\bNOLs?\b/, 'net operating loss carryforwards', 'operating loss carryforwards'),
  one(/\bAOCI\b/, 'accumulated other comprehensive income', 'accumulated other comprehensive loss'),
  one(/\bOCI\b/, 'other comprehensive income', 'other comprehensive loss'),
  one(/\bNCI\b/, 'noncontrolling interests', 'non-controlling interests'),
  one(/\bEPS\b/, 'earnings per share', 'net income per share'),
  one(/\bDPS\b/, 'dividends per share', 'dividends declared per share'),
  one(/\bETR\b/, 'effective tax rate'),
  same(/\bEBIT\b/, operatingIncome),
  of(/\bEBITDA\b/, 'sum', operatingIncome, depreciation),
  one(/\bM&A\b/i, 'acquisitions', 'mergers and acquisitions'),
  one(/\bP&L\b/i, 'statements of income', 'statements of operations', 'statements of earnings'),
  same(/\btop[- ]line\b/i, sales),
  same(/\bbottom[- ]line\b/i, netIncome),
  same(/\b(?:revenues?|turnover|sales)\b(?!\s+(?:rep|force|staff|team|channel|tax))/i, sales),
  one(
    /\b(?:share |stock )?buy-?backs?\b/i,
    'repurchases of common stock',
    'share repurchases',
    'treasury stock',
  ),
  same(/\b(?:finance|financing|interest) costs?\b/i, interest),
  one(/\bwrite-?(?:downs?|offs?)\b/i, 'impairment charges', 'impairment losses', 'impairment'),
  one(/\border book\b/i, 'backlog', 'remaining performance obligations'),
  one(/\bheadcount\b/i, 'employees', 'employed people'),
  same(/\bpre-?tax (?:profit|income|earnings)\b/i, beforeTax),
  same(/\b(?:trade|accounts) receivables?\b/i, receivables),
  same(/\b(?:trade (?:payables?|creditors)|accounts payable)\b/i, payables),
  same(/\boperating cash ?flows?\b|\bcash (?:flow )?from operations\b/i, cashFromOperations),
  of(/\bfree cash flow\b|\bFCF\b/i, 'difference', cashFromOperations, capitalExpenditures),
  of(/\bnet debt\b/i, 'difference', debt, ['cash and cash equivalents']),
  of(/\bworking capital\b/i, 'difference', currentAssets, currentLiabilities),
  of(/\b(?:operating|EBIT) margin\b/i, 'share', operatingIncome, sales),
  of(/\bgross (?:profit )?margin\b/i, 'share', ['gross profit', 'gross margin'], sales),
  of(/\b(?:net|profit|net profit|net income) margin\b/i, 'share', netIncome, sales),
  of(/\bcapital intensity\b|\bcapital[- ]intensive\b/i, 'share', capitalExpenditures, sales),
  of(/\b(?:ROA|return on (?:total )?assets)\b/i, 'share', netIncome, assets),
  of(/\b(?:ROE|return on equity)\b/i, 'share', netIncome, equity),
  of(/\b(?:dividend )?payout ratio\b/i, 'share', dividends, netIncome),
  of(/\bcurrent ratio\b/i, 'ratio', currentAssets, currentLiabilities),
  of(/\binventory turn(?:over|s)?\b/i, 'ratio', costOfSales, inventories),
  of(/\b(?:total )?asset turnover\b/i, 'ratio', sales, assets),
  of(/\bfixed asset turnover\b/i, 'ratio', sales, propertyAndEquipment),
  of(/\b(?:debt[- ]to[- ]equity(?: ratio)?|gearing|financial leverage)\b/i, 'ratio', debt, equity),
  of(/\binterest cover(?:age)?(?: ratio)?\b/i, 'ratio', operatingIncome, interest),
  several(
    /\b(?:quick|acid[- ]test) ratio\b/i,
    ['cash and cash equivalents'],
    receivables,
    currentLiabilities,
  ),
  several(/\b(?:DIO|days (?:of )?inventory(?: outstanding)?)\b/i, inventories, costOfSales),
  several(/\b(?:DSO|days sales outstanding)\b/i, receivables, sales),
  several(/\b(?:DPO|days payables? outstanding)\b/i, payables, costOfSales),
];

/** Where no statement is printed, "sales" are any sales. */
export const tradeTerms: QuestionForms['tradeTerms'] = {
  printed: ['liabilities', 'depreciation'],
  terms,
  labelWords: listWords('total net consolidated and the note'),
};

const quarters = ['first', 'second', 'third', 'fourth'];
const quarter = (number: string) => `${quarters[Number(number) - 1] ?? ''} quarter`;
/** "18" and "2018" alike. */
const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year);

/** Periods as analysts write them, spelled out: "FY18", "2Q21", "Q3 2022", "H1 2023". */
export function spellOutPeriods(text: string): string {
  return text
    .replace(/\bFY\s?['’]?((?:20)?\d\d)\b/g, (_, year: string) => `fiscal ${fullYear(year)}`)
    .replace(
      /\b([1-4])Q\s?['’]?((?:20)?\d\d)\b/g,
      (_, number: string, year: string) => `${quarter(number)} of ${fullYear(year)}`,
    )
    .replace(
      /\bQ([1-4])(?:\s+(?:of\s+)?(?:fiscal\s+)?|\s?['’])((?:20)?\d\d)\b/g,
      (_, number: string, year: string) => `${quarter(number)} of ${fullYear(year)}`,
    )
    .replace(/\bQ([1-4])\b/g, (_, number: string) => quarter(number))
    .replace(
      /\b(?:H1\s?['’]?|1H\s?['’]?)((?:20)?\d\d)\b/g,
      (_, year: string) => `first half (six months) of ${fullYear(year)}`,
    );
}
