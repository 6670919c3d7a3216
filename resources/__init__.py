"""Icons, fonts, translations, styles, schemas and help pages. Knows nobody."""
