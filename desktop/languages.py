"""The language of the windows, switched while they are open. Knows Qt and the translation files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from resources.translations import files_of

_LOCALES = {"vi": QLocale(QLocale.Language.Vietnamese), "en": QLocale(QLocale.Language.English)}


class Languages:
    """Loads a language into the application; every widget is told by Qt's own LanguageChange event.

    Attributes:
        current: the language in force, "vi" or "en".
    """

    def __init__(self, application: QCoreApplication, language: str = "vi") -> None:
        self._application = application
        self._loaded: list[QTranslator] = []
        self.current = ""
        self.choose(language)

    def choose(self, language: str) -> None:
        """Switch at once; an unknown language is Vietnamese."""
        wanted = language if language in _LOCALES else "vi"
        if wanted == self.current:
            return
        self.current = wanted
        # Dates and numbers of Qt's own controls follow; ours are written by rule.
        QLocale.setDefault(_LOCALES[wanted])
        for translator in self._loaded:
            self._application.removeTranslator(translator)
        self._loaded = []
        for path in files_of(wanted):
            translator = QTranslator(self._application)
            if translator.load(str(path)):
                self._application.installTranslator(translator)
                self._loaded.append(translator)
