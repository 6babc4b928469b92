/** `eating-out` as people write it: `Eating out`. */
export function categoryName(category: string): string {
  const words = category.replaceAll(/[-_]+/g, ' ')
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
