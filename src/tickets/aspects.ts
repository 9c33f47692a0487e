/** How tickets are looked at: a street with its kinds, a kind with its streets. */
import { inPlaceWord } from "../text/place.ts";

export interface Aspect {
  /** The address of its pages. */
  id: "streets" | "categories";
  /** The column of the dataset, and the list in vocabularies.yaml whose words have the pages. */
  key: "street" | "category";
  vocabulary: string;
  noun: string;
  /** What a page calls the words of the other aspect. */
  others: string;
  /** Figures of each of its words. */
  count: string;
  median: string;
  most: string;
  /** Its tables of two columns; `crossAt` says which of the words of `cross` are its own. */
  cross: string;
  crossAt: 0 | 1;
  days: string;
  months: string;
  lateness: string;
  rating: string;
}

const STREETS: Aspect = {
  id: "streets",
  key: "street",
  vocabulary: "街道",
  noun: "街道",
  others: "类别",
  count: "complaints-by-street",
  median: "handling-days-by-street",
  most: "handling-days-p90-by-street",
  cross: "street-category",
  crossAt: 0,
  days: "street-category-days",
  months: "street-month",
  lateness: "street-lateness",
  rating: "street-rating",
};

const CATEGORIES: Aspect = {
  id: "categories",
  key: "category",
  vocabulary: "投诉类别",
  noun: "类别",
  others: "街道",
  count: "complaints-by-category",
  median: "handling-days-by-category",
  most: "handling-days-p90-by-category",
  cross: "street-category",
  crossAt: 1,
  days: "street-category-days",
  months: "category-month",
  lateness: "category-lateness",
  rating: "category-rating",
};

export const ASPECTS: readonly Aspect[] = [STREETS, CATEGORIES];

/** In the words of a body that calls its places otherwise. */
export function inPlace(aspect: Aspect, place: string): Aspect {
  const [noun, others] = [aspect.noun, aspect.others].map((text) => inPlaceWord(text, place)) as [
    string,
    string,
  ];
  return { ...aspect, noun, others };
}

export function otherAspect({ id }: Aspect): Aspect {
  return id === "streets" ? CATEGORIES : STREETS;
}
