/** Style sheets are imported for their effect; the build puts them into one file for each page. */
declare module '*.css'
