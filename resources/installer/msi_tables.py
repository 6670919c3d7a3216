"""What the package holds besides its files: the rows of Windows Installer's tables, as its SQL. Pure.

wixl writes files, folders and the cabinet; its words for the rest differ from version to version, or are missing.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from resources.installer.registration import APP_ID, KEY, NAME, OFF, OPTIONS, PROGRAM, TASK, VALUES, Option, Part, Value

_FAMILY = uuid.UUID("8a1f3c52-0f0c-4c0e-9d0b-5f0e6c3f7a41")
"""Every identifier of this product's packages comes from it (RFC 9562, 5.5). Never change it: upgrades go by it."""
FEATURE = "Program"
ICON = "program.exe"
"""The program itself: what the list of installed programs shows is its icon."""
OLDEST_WINDOWS = 17763
"""Build number of Windows 10 1809, Qt's least."""
_WINDOWS_KEY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"
_LOCAL_MACHINE = 2
_KEYPATH_IN_REGISTRY, _IN_64_BITS = 4, 256
_RAW, _SEARCH_64_BITS = 2, 16
_MIGRATE, _ONLY_DETECT, _HIGHEST_TOO = 1, 2, 512
_SET_PROPERTY = 51
_RUN_LATER_AS_SYSTEM = 34 | 64 | 1024 | 2048
"""A program, whose failure does not count, in the transaction and with its rights."""

_SEQUENCE = {
    "FindRelatedProducts": 25, "AppSearch": 50, "LaunchConditions": 100, "ValidateProductID": 700,
    "CostInitialize": 800, "FileCost": 900, "CostFinalize": 1000, "MigrateFeatureStates": 1200,
    "InstallValidate": 1400, "InstallInitialize": 1500, "RemoveExistingProducts": 1510, "ProcessComponents": 1600,
    "UnpublishFeatures": 1800, "RemoveRegistryValues": 2600, "RemoveShortcuts": 3200, "RemoveFiles": 3500,
    "CreateFolders": 3700, "InstallFiles": 4000, "CreateShortcuts": 4500, "WriteRegistryValues": 5000,
    "RegisterUser": 6000, "RegisterProduct": 6100, "PublishFeatures": 6300, "PublishProduct": 6400,
    "InstallFinalize": 6600,
}  # fmt: skip
"""The older version goes within the transaction (1510): where the new one fails, the older is put back."""
_WITH_WINDOWS = (
    "FindRelatedProducts", "AppSearch", "LaunchConditions", "ValidateProductID", "CostInitialize", "FileCost",
    "CostFinalize", "MigrateFeatureStates",
)  # fmt: skip
_KEEP = 420
"""After what is said was judged (100), before what it costs is counted (800)."""


@dataclass(frozen=True)
class Package:
    """What differs from build to build.

    Attributes:
        version: of three numbers; Windows Installer compares no more.
        told: the version as a person is told it; says whether this is a test build.
        digest: of the payload; two payloads of one version are two products, and one replaces the other.
    """

    version: str
    told: str
    digest: str

    @property
    def product(self) -> str:
        """Identifier of this very product."""
        return identifier(f"product {self.told} {self.digest}")

    @property
    def name(self) -> str:
        """As Windows lists it among the installed programs."""
        return NAME if self.told == self.version else f"{NAME} {self.told}"


def identifier(name: str) -> str:
    """A GUID that stays the same from build to build, as Windows Installer writes it."""
    return "{" + str(uuid.uuid5(_FAMILY, name)).upper() + "}"


def key(prefix: str, name: str) -> str:
    """A row's key for what has a name that no key may have."""
    return prefix + uuid.uuid5(_FAMILY, name).hex


def statements(package: Package) -> list[str]:
    """All of it, in an order in which it can be run."""
    return [
        *_properties(package), *_conditions(), *_upgrade(package), *_parts(package), *_shortcuts(), *_remembering(),
        *_sequences(), *_actions(),
    ]  # fmt: skip


def insert(table: str, **columns: str | int) -> str:
    """One row.

    Raises:
        ValueError: a word holds a quotation mark, for which Windows Installer's SQL has no writing.
    """
    for value in columns.values():
        if "'" in str(value):
            raise ValueError(value)
    # An empty string is no string there.
    kept = {name: value for name, value in columns.items() if value != ""}
    values = ", ".join(f"'{value}'" if isinstance(value, str) else str(value) for value in kept.values())
    return f"INSERT INTO `{table}` ({', '.join(f'`{name}`' for name in kept)}) VALUES ({values})"


def _properties(package: Package) -> list[str]:
    secure = ["OLDERFOUND", "NEWERFOUND", "INSTALLFOLDER", *(one.part.value for one in OPTIONS)]
    words = {
        "ALLUSERS": "1",
        "ARPCOMMENTS": f"{NAME} {package.told}",
        "ARPNOMODIFY": "1",
        "ARPPRODUCTICON": ICON,
        "Manufacturer": NAME,
        "ProductCode": package.product,
        "ProductLanguage": "1033",
        "ProductName": package.name,
        "ProductVersion": package.version,
        "SecureCustomProperties": ";".join(secure),
        "UpgradeCode": identifier("upgrade"),
    }
    rows: list[str] = []
    for name, value in words.items():
        rows += [f"DELETE FROM `Property` WHERE `Property` = '{name}'", insert("Property", Property=name, Value=value)]
    return rows


def _conditions() -> list[str]:
    """What is refused, and in which words: Windows Installer shows them as they stand, whatever the language."""
    told = [
        (
            f"FOUNDWINDOWS >= {OLDEST_WINDOWS}",
            "Tác nghiệp cần Windows 10 (1809) 64-bit trở lên. / Tác nghiệp needs 64-bit Windows 10 (1809) or later.",
        ),
        (
            "NOT NEWERFOUND",
            "Máy này đã có Tác nghiệp bản mới hơn, nên không cài bản cũ đè lên. / "
            "This computer has a newer Tác nghiệp; an older one is not installed over it.",
        ),
        (
            'FOUNDPACKAGE <> "setup"',
            "Tác nghiệp trên máy này được cài bằng tệp setup.exe: hãy gỡ ra rồi cài gói này, hồ sơ làm việc vẫn còn. / "
            "Tác nghiệp was installed here by setup.exe: remove it, then install this package; "
            "working profiles are kept.",
        ),
    ]
    told += [(_accepted(one), _wrong(one)) for one in OPTIONS]
    return [
        insert("LaunchCondition", Condition=f"Installed OR {rule}", Description=words) for rule, words in told
    ]  # fmt: skip


def _accepted(option: Option) -> str:
    name = option.part.value
    rules = [f"NOT {name}", *(f'{name} = "{word}"' for word in (OFF, *option.words))]
    return " OR ".join([*rules, f'{name} ~<< "{option.prefix}"'] if option.prefix else rules)


def _wrong(option: Option) -> str:
    words = [*option.words, *([f"{option.prefix}…"] if option.prefix else []), OFF]
    return f"{option.part.value}: {' | '.join(words)}"


def _upgrade(package: Package) -> list[str]:
    code = identifier("upgrade")
    return [
        insert("Upgrade", UpgradeCode=code, VersionMin="0.0.0", VersionMax=package.version,
               Attributes=_MIGRATE | _HIGHEST_TOO, ActionProperty="OLDERFOUND"),
        insert("Upgrade", UpgradeCode=code, VersionMin=package.version, Attributes=_ONLY_DETECT,
               ActionProperty="NEWERFOUND"),
    ]  # fmt: skip


def _parts(package: Package) -> list[str]:
    rows: list[str] = []
    for option in (None, *OPTIONS):
        part = option.part if option else Part.ALWAYS
        values = [one for one in VALUES if one.part is part]
        if option and option.key == KEY:
            said = Value(part, option.key, option.value, "{option}")
            if option.default:
                rows += _registered(f"said {part.value}", [said], part.value, package)
            else:
                values.append(said)
        rows += _registered(f"part {part.value}", values, _there(option), package)
    return rows


def _there(option: Option | None) -> str:
    """The condition under which an option's part is installed."""
    if option is None:
        return ""
    name = option.part.value
    return f'{name} <> "{OFF}"' if option.default else f'{name} AND {name} <> "{OFF}"'


def _registered(name: str, values: list[Value], condition: str, package: Package) -> list[str]:
    component = key("c", name)
    rows = [
        insert("Component", Component=component, ComponentId=identifier(name), Directory_="INSTALLFOLDER",
               Attributes=_KEYPATH_IN_REGISTRY | _IN_64_BITS, Condition=condition, KeyPath=_row(values[0])),
        insert("FeatureComponents", Feature_=FEATURE, Component_=component),
    ]  # fmt: skip
    for one in values:
        content = one.content.format(
            dir="[INSTALLFOLDER]",
            folder="[INSTALLFOLDER]",
            option=f"[{one.part.value}]",
            version=package.version,
            build=package.told,
            package="msi",
        )
        rows.append(insert("Registry", Registry=_row(one), Root=_LOCAL_MACHINE, Key=one.key, Name=one.name,
                           Value=content, Component_=component))  # fmt: skip
    return rows


def _row(value: Value) -> str:
    return key("r", f"{value.key}|{value.name}")


def _shortcuts() -> list[str]:
    places = (("StartMenu", "ProgramMenuFolder", key("c", PROGRAM)),
              ("Desktop", "DesktopFolder", key("c", "part DESKTOPSHORTCUT")))  # fmt: skip
    rows = [
        "CREATE TABLE `MsiShortcutProperty` (`MsiShortcutProperty` CHAR(72) NOT NULL, `Shortcut_` CHAR(72) NOT NULL, "
        "`PropertyKey` CHAR(255) NOT NULL, `PropVariantValue` CHAR(255) NOT NULL PRIMARY KEY `MsiShortcutProperty`)"
    ]
    for name, folder, component in places:
        rows += [
            insert("Shortcut", Shortcut=name, Directory_=folder, Name=f"TACNGH~1|{NAME}", Component_=component,
                   Target=f"[INSTALLFOLDER]{PROGRAM}", WkDir="INSTALLFOLDER"),
            insert("MsiShortcutProperty", MsiShortcutProperty=name, Shortcut_=name,
                   PropertyKey="System.AppUserModel.ID", PropVariantValue=APP_ID),
        ]  # fmt: skip
    return rows


def _remembering() -> list[str]:
    """What was said at an earlier installation counts where nothing is said now."""
    kept = [(one.part.value, one.key, one.value) for one in OPTIONS] + [("INSTALLFOLDER", KEY, "InstallDir")]
    rows = _found("FOUNDWINDOWS", _WINDOWS_KEY, "CurrentBuildNumber") + _found("FOUNDPACKAGE", KEY, "Package")
    for at, (name, place, value) in enumerate(kept):
        rows += _found(f"KEPT{name}", place, value)
        rows.append(insert("CustomAction", Action=f"Keep{name}", Type=_SET_PROPERTY, Source=name,
                           Target=f"[KEPT{name}]"))  # fmt: skip
        rows += [
            insert(table, Action=f"Keep{name}", Condition=f"KEPT{name} AND NOT {name}", Sequence=_KEEP + at)
            for table in ("InstallExecuteSequence", "InstallUISequence")
        ]
    return rows


def _found(name: str, place: str, value: str) -> list[str]:
    return [
        insert("AppSearch", Property=name, Signature_=f"In{name}"),
        insert("RegLocator", Signature_=f"In{name}", Root=_LOCAL_MACHINE, Key=place, Name=value,
               Type=_RAW | _SEARCH_64_BITS),
    ]  # fmt: skip


def _sequences() -> list[str]:
    rows: list[str] = []
    for action, number in _SEQUENCE.items():
        tables = ("InstallExecuteSequence", *(("InstallUISequence",) if action in _WITH_WINDOWS else ()))
        rows += [f"DELETE FROM `{table}` WHERE `Action` = '{action}'" for table in tables]
        rows += [insert(table, Action=action, Sequence=number) for table in tables]
    return rows


def _actions() -> list[str]:
    """Where it was installed, for those who list programs; and at the end the task that updated it, which an upgrade
    must not end: it may be that very task that runs it."""
    return [
        insert("CustomAction", Action="SayFolder", Type=_SET_PROPERTY, Source="ARPINSTALLLOCATION",
               Target="[INSTALLFOLDER]"),
        insert("InstallExecuteSequence", Action="SayFolder", Sequence=_SEQUENCE["CostFinalize"] + 50),
        insert("CustomAction", Action="RemoveTask", Type=_RUN_LATER_AS_SYSTEM, Source="TARGETDIR",
               Target=f'"[System64Folder]schtasks.exe" /Delete /TN "{TASK}" /F'),
        insert("InstallExecuteSequence", Action="RemoveTask", Sequence=_SEQUENCE["ProcessComponents"] + 50,
               Condition='REMOVE = "ALL" AND NOT UPGRADINGPRODUCTCODE'),
    ]  # fmt: skip
