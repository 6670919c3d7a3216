"""The encrypted store of one profile: state from the central, the outbox, drafts, files, search. No Qt, no network.

It may import `resources` and nothing else of ours. Whoever uses it: `desktop.sync`, `desktop.session`, presenters.

Threads: one thread writes (a lock makes a second one wait), two read; every method may be called from any thread.
Every method blocks: call it in a lane. Nothing but sealed bytes ever reaches the disk.

    from local_cache import open_cache, Profile, Listing, Param, any_of, Hit, errors, keys

Opening
    Profile(directory)                     layout of a profile's folder; refuses network shares (OnNetworkShare)
        .acquire() / .release()            the single-instance lock, held by the operating system (ProfileInUse);
                                           also a context manager. open_cache() takes it unless given `lock=False`.
    open_cache(directory: Path, key: MasterKey, *, repair=True, lock=True, cache_kib=65536) -> Cache
        raises WrongKey, NewerSchema, DiskFull, ProfileInUse, OnNetworkShare; DamagedCache only with repair=False
        (with repair a damaged cache.db is set aside and made anew; a damaged outbox.db is salvaged).
    cache.opened: Opened(cache_renewed: bool, outbox_salvaged: Salvage | None)   what was repaired at opening
        Salvage(aside: Path, acts: tuple[str, ...], lost: tuple[LostAct, ...], drafts: tuple[str, ...],
                lost_drafts: tuple[str, ...], complete: bool)
        LostAct(id, kind, subject_type, subject_id, document_id)
    cache.close()                          closes all files and forgets the keys; also a context manager
    cache.scrub(seconds=None) -> bool      rewrites the index, empties the logs, drops old copies: what was deleted is
                                           gone. With `seconds` it stops about then: False means call again (when idle)
    cache.scrub_due() -> bool              whether anything was deleted since; survives kills
    cache.check() -> list[str]             every page verified; [] when sound

cache.objects (state; every object is a plain dict, as on the wire; a Document comes without its `text`)
    get(type, id) -> dict | None           shown: the overlay if there is one, else the base
    base(type, id) -> dict | None
    many(type, ids) -> dict[str, dict]
    all(type) -> list[dict]                by id
    select(type, where=(), order=(), params=None, limit=None) -> list[dict]       conditions as in Listing
    known(type) -> set[str]                ids that have a base (to compare with the central's)
    size(type) -> int                      how many have a base
    overlaid(type=None) -> dict[str, set[str]]      type -> ids under an overlay (pending)
    pending(type, ids) -> set[str]
    text(document_id) -> str               the PDF's text kept for search
    ids(listing, params=None) -> list[str]                   in order, all
    page(listing, params=None, *, after: tuple | None = None, limit=50) -> list[Row]
    rows(type, ids, *, join_document=False) -> list[Row]     in the order of `ids`; unknown ids are left out
    count(listings: Mapping[key, Listing], params=None) -> dict[key, int]
    cursor(type) -> Cursor | None          Cursor(state: str, complete: bool, position: Any)
    put / delete / set_overlay / set_cursor / index_text     as below, each in a transaction of its own
  Row is a dict: {"handling"|"document"|"task"|"schedule_entry"|"act"|…: object, "pending": bool, "after": tuple}
    and, with join_document, also "document": the document or None ("pending" then covers both).
    row["after"] is what page(after=…) wants to go on behind this row.

Writing (one transaction; all or nothing; the cursor moves with what it stands for)
    with cache.writing() as tx:
        tx.put(type, objects)                       base state, bulk upsert; `text` of a Document goes to the index;
                                                    an overlay above it stays until set_overlay is called again
        tx.delete(type, ids)                        the base goes; a row that has an overlay lives on as overlay only
        tx.set_overlay(type, {id: object | None})   None clears; what was overlay only then vanishes
        tx.clear_overlays(type=None)
        tx.set_cursor(type, state, complete=True, position=None)   state None forgets the cursor
        tx.index_text(document_id, text)
        tx.get(type, id) / tx.base(type, id)        what this transaction sees
    Types this version does not know are kept too (get, many, all, known, put, delete, overlay).

Listing(type, where=(), order=(), join_document=False), frozen, hashable (local_cache.listing)
    where: conditions, all of which hold: (column, op, value) or any_of(condition | (condition, …), …)
    op: "=" "!=" "<" "<=" ">" ">=" "in" "not in" "is null" "not null" ("is not null") "own" "not own" "contains"
    value: a literal, or Param("today") (also written "{today}") looked up in params; "in" takes a sequence (or a Param
        that is one). "= None" means is null.
    ("holder", "own", None): held by params["me"], or by nobody named and one of the units in params["duty"];
        other names: ("holder", "own", (Param("me"), Param("units"))). "not own" is all the rest.
    "contains": on the list columns (below); value one id or several (any of them).
    order: ((column, "asc"|"desc"), …); the id is added as the last key. Nulls are smallest.
    Columns of the joined document: "document.secrecy", ….
Columns (ids are wire ids; times and dates are the wire's strings)
    Document       id organ_id state type_code number notation subject issuer document_date issued_at urgency secrecy
                   signer_id author_id reply_to updated_at revision, list: recipients
    Handling       id document_id organ_id unit_id person_id owner_id parent_id register_id role state urgency
                   arrived_at arrival_number arrival_date due assigned_by_id closed_at updated_at revision
                   (owner_id = personId, or unitId where nobody is named)
    Task           id organ_id lead_unit_id lead_person_id owner_id assigned_by_id document_id state due
                   completed_at updated revision title, list: co_handlers
    ScheduleEntry  id organ_id start state session chair_id entered_by_id updated revision, list: leaders
    Act            id kind author_id document_id subject_type subject_id claimed_at received_at seq outcome
    Unit           id organ_id parent_id name · Person id name · Register id organ_id kind

cache.aging (what is old; only what the central gave counts)
    Age(type, column, since, finished=None)        a window: changed since, or in none of the finished states
    Named(type, column, of)                        a column that names objects of another type
    size(age) -> int · within(age) -> set[str] · beyond(age, named=(), rows=(0, n)) -> list[str] · last_row(type)
    missing(named) -> list[str]            named and not here · lacking(type, ids) -> those not here
    revisions(type, ids) -> dict[str, int] · files(type, ids) -> digests · still_named(digests, but) -> digests

cache.outbox (outbox.db, synchronous=FULL; survives the cache)
    append(act: dict, files: Iterable[str] = ()) -> None    one durable transaction; pins the digests; a second append
                                                            of the same id with the same content does nothing, with
                                                            other content raises ActConflict
    all() -> list[Entry]                   in order; Entry(position, act, state, reason, attempts, files)
    get(act_id) -> Entry | None · subject(subject_id) -> list[Entry] · waiting() -> list[Entry] (state waiting)
    mark(act_id, state, reason=None)       state "waiting" | "sending" | "held" | "refused"; reason a JSON value
    mark_many([(act_id, state, reason), …])        "sending" counts one attempt
    remove(*act_ids)                       and unpins · is_empty() · count(state=None)
    append_all([(act, files), …])          several acts, one durable transaction
    append(act, files, note, state, reason)        `note(connection)` writes in the same transaction (the journal of
                                           signing); state other than "waiting": kept, and not sent
cache.batches (outbox.db; the journal of signing, see `local_cache.batches`)
    begin(kind, certificate, [(id, data), …], data=None) -> batch id · mark(batch, [(id, state, result), …])
    kept(batch, id, result) / left(batch, id)      notes for blobs.store_together and outbox.append
    refused(batch, id, reason)             note for outbox.append of an act that is refused from the start
    give_up(batch, id, reason) -> digests · reopen(batch, certificate, ids) · end(batch)
    last() -> SigningBatch | None · all()
cache.drafts (outbox.db)
    save(key, kind, data, digests=()) · load(key) -> Draft | None · list(kind=None) -> list[Draft] · delete(key)
    Draft(key, kind, data, digests, saved_at)
cache.preferences / cache.secrets (outbox.db)
    get(name, default=None) · set(name, value) (None deletes) · names()          JSON values / str

cache.blobs (sealed files; digest = 64 hex of SHA-256; "sha256-<hex>" is understood as well)
    store(data: bytes | BinaryIO, digest=None) -> str       DigestMismatch when it is not that
    store_together([bytes, …], note) -> list[str]           all or none, `note(connection, digests)` too
    read(digest) -> bytes · open(digest) -> SealedReader (seekable, read-only; io.RawIOBase) · has(digest)
        size(digest) · NotStored, DamagedFile (once: it is given up then, and NotStored until it is fetched again)
    partial(digest, size) -> Partial       resumable download: .have (bytes kept), .append(bytes), .finish() (verifies,
                                           DigestMismatch restarts it), .restart(), .close() (keeps), context manager
    pin(digest, why) / unpin(digest, why) / pins(digest) -> set[str]    acts and drafts pin theirs by themselves
    delete(*digests) · total() -> int
    evict(keep_bytes, older_than: timedelta | None = None) -> list[str]   least recently used first, never what is
                                           pinned · sweep(partials_older_than=None) -> int   orphans, downloads left

cache.search(query, limit=50, types=None) -> list[Hit]
    Hit(type, id, score, snippet, marks, exact)   marks: (start, end) pairs in the snippet; best first

Keys (local_cache.keys)
    MasterKey(bytes32) · MasterKey.random() · .wipe()
    KeyringKeys(service, account): load() -> MasterKey | None, create(), load_or_create(), store(key), forget();
                                   raises NoSafeKeyring(backend), KeyringFailed
    PassphraseKeys(directory): exists(), create(passphrase) -> MasterKey, add(key, passphrase), unlock(passphrase)
                                   -> MasterKey (WrongPassphrase), change(old, new), remove()
    RecoveryWrap(directory): seal(key, certificate_or_public_key_pem), unseal(private_key_pem, password=None)
    EphemeralKeys(): load() / create() / load_or_create(): lives as long as the program
    key_for(directory, source) -> MasterKey        from a keyring: the profile's key; a new one is made for a new
                                   profile only (KeyLost(ways) otherwise); one replaced by a rotation is kept anew
    ways_left(directory) -> ("passphrase", "recovery") or fewer of them
    rotate_key(directory, old, new, *, progress=None)      on a closed profile; the wraps follow (CannotRotate(wrap)
                                   where one cannot: unlock by the passphrase once, seal to the office's key once more).
                                   When it returns: keyring.store(new), then open_cache(…, new), which forgets the old
                                   key. An error leaves the profile under the old key. Killed anywhere: either key opens
                                   it until the new one itself has; what was begun is finished at the next opening.
    current_key(directory, key) -> MasterKey       the key given, or what has taken its place; keep what comes back
Errors (local_cache.errors): all CacheError with .code and .args_for_message (a dict): WrongKey "wrongKey",
    DamagedCache "damagedCache", NewerSchema(found, known) "newerSchema", DiskFull "diskFull",
    ProfileInUse "profileInUse", OnNetworkShare "onNetworkShare", NoSafeKeyring "noSafeKeyring",
    KeyringFailed "keyringFailed", WrongPassphrase "wrongPassphrase", NotStored "notStored", DamagedFile "damagedFile",
    KeyLost(path, ways) "keyLost", CannotRotate(wrap) "cannotRotate", MigrationFailed "migrationFailed",
    DigestMismatch "digestMismatch", ActConflict "actConflict", CacheBusy "cacheBusy", CacheClosed "cacheClosed"
"""

from __future__ import annotations

from local_cache import errors, keys
from local_cache.aging import Age, Named
from local_cache.batches import BatchItem, SigningBatch
from local_cache.blobs import Blobs
from local_cache.cache import Cache, open_cache
from local_cache.finding import key_for, ways_left
from local_cache.keys import MasterKey
from local_cache.listing import AnyOf, Listing, Param, any_of
from local_cache.outbox import Draft, Entry
from local_cache.partials import Partial
from local_cache.profile import Profile
from local_cache.reading import Cursor, Reading
from local_cache.recovery import Opened
from local_cache.rotation import current_key, rotate_key
from local_cache.salvage import LostAct, Salvage
from local_cache.sealing import SealedReader
from local_cache.search import Hit
from local_cache.writing import Writing

__all__ = [
    "Age",
    "AnyOf",
    "BatchItem",
    "Blobs",
    "Cache",
    "Cursor",
    "Draft",
    "Entry",
    "Hit",
    "Listing",
    "LostAct",
    "MasterKey",
    "Named",
    "Opened",
    "Param",
    "Partial",
    "Profile",
    "Reading",
    "Salvage",
    "SealedReader",
    "SigningBatch",
    "Writing",
    "any_of",
    "current_key",
    "errors",
    "key_for",
    "keys",
    "open_cache",
    "rotate_key",
    "ways_left",
]
