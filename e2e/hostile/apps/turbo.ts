import '@hotwired/turbo'

/* A product whose pages Turbo swaps. Loaded in the head: what is in the body runs with every visit. */
