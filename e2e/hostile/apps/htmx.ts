import 'htmx.org'

/* A product whose pages htmx swaps. */
