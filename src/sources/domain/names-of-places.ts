/** Surnames that French streets, schools and estates bear with their given name: «Jean Moulin» is rather a place. As `foldText` writes them. */
export const NAMES_OF_PLACES: ReadonlySet<string> = new Set(
  `
  moulin jaures hugo zola curie semard ferry gaulle leclerc thorez gagarine neruda allende mandela parks brassens
  brel prevert eluard aragon pasteur verne camus picasso monnet schuman mermoz blum brossolette moquet peri casanova cachin
  couturier veil gouges croizat salengro barbusse rolland clemenceau gambetta foch joffre lattre koenig juin kennedy luther king
  eiffel matisse renoir monet cezanne rodin debussy ravel berlioz bizet mozart moliere racine corneille rousseau
  voltaire diderot descartes lamartine vigny musset rimbaud verlaine baudelaire apollinaire flaubert balzac stendhal
  maupassant sand colette giono pagnol proust sartre beauvoir vian peguy mauriac malraux arc mace lurcat lenine
  valles varlin guesde vaillant duclos timbaud manouchian lagrange mistral bert condorcet lavoisier ampere
  becquerel langevin joliot perrin branly arago lumiere melies bleriot guynemer mermoz cartier cook
  `
    .trim()
    .split(/\s+/),
)
