/* A PKCS#11 module with one token, for tests: well-behaved until HOSTILE names what it does wrong.
 *
 * The file that HOSTILE names is read at each call. It holds words parted by spaces: hang:C_Login, crash:C_Sign, fail:C_Sign:32 (answers that number, hexadecimal),
 * slots:N, slots:absurd, slots:negative, vanish, garbage, endless, huge, empty, letters, lies, leak:MB, keypad, always,
 * locked, final, keyless. HOSTILE_CERTIFICATE names a file in DER, HOSTILE_PIN the PIN. Declarations of its own: no
 * header of PKCS#11 is installed. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef unsigned long number;
typedef struct { number type; void *value; number length; } attribute;

static const char *words(void) {
    static char all[512];
    const char *path = getenv("HOSTILE");
    FILE *file = path ? fopen(path, "rb") : NULL;
    size_t length = file ? fread(all, 1, sizeof all - 1, file) : 0;
    if (file) fclose(file);
    all[length] = 0;
    return all;
}

static int has(const char *word) {
    const char *all = words(), *found;
    size_t length = strlen(word);
    for (found = strstr(all, word); found; found = strstr(found + 1, word))
        if ((found == all || found[-1] == ' ') && (found[length] == 0 || found[length] == ' ')) return 1;
    return 0;
}

static long value_of(const char *word, int base, long otherwise) {
    const char *found = strstr(words(), word);
    return found ? strtol(found + strlen(word), NULL, base) : otherwise;
}

/* What every function does first: 0, or the number that it shall answer. */
static number enter(const char *name) {
    char word[64];
    snprintf(word, sizeof word, "hang:%s", name);
    if (has(word)) for (;;) pause();
    snprintf(word, sizeof word, "crash:%s", name);
    if (has(word)) abort();
    snprintf(word, sizeof word, "fail:%s:", name);
    return (number)value_of(word, 16, 0);
}
#define ENTER(name) do { number wrong = enter(name); if (wrong) return wrong; } while (0)

static unsigned char certificate[8192];
static number certificate_length;
static int logged_in, searching, found, wanted_class, sessions, signing_with_pin, tries = 3;

static void pad(unsigned char *where, size_t size, const char *text) {
    memset(where, ' ', size);
    memcpy(where, text, strlen(text) < size ? strlen(text) : size);
}

static number initialize(void *arguments) {
    const char *path = getenv("HOSTILE_CERTIFICATE");
    FILE *file = path ? fopen(path, "rb") : NULL;
    (void)arguments;
    ENTER("C_Initialize");
    if (file) { certificate_length = fread(certificate, 1, sizeof certificate, file); fclose(file); }
    return 0;
}
static number finalize(void *reserved) { (void)reserved; return 0; }
static number get_info(unsigned char *info) {
    ENTER("C_GetInfo");
    memset(info, 0, 88);
    info[0] = 2; info[1] = 40;
    pad(info + 2, 32, "Hostile"); pad(info + 48, 32, "Hostile module");
    return 0;
}
static number get_slot_list(unsigned char present, number *list, number *count) {
    number i, all = (number)value_of("slots:", 10, 1);
    long leak = value_of("leak:", 10, 0);
    (void)present;
    ENTER("C_GetSlotList");
    if (leak) { void *lost = malloc((size_t)leak << 20); if (!lost) return 2; memset(lost, 1, (size_t)leak << 20); }
    if (has("slots:absurd")) all = 1ul << 45;
    if (has("slots:negative")) all = ~0ul;
    if (!list) { *count = all; return 0; }
    if (has("vanish")) { *count = 0; return 0; }
    for (i = 0; i < *count && i < all; i++) list[i] = i;
    return 0;
}
static number get_slot_info(number slot, unsigned char *info) {
    (void)slot;
    ENTER("C_GetSlotInfo");
    if (has("vanish")) return 3;
    memset(info, 0, 112);
    pad(info, 64, "Hostile reader"); pad(info + 64, 32, "Hostile");
    info[96] = 7;
    return 0;
}
static number get_token_info(number slot, unsigned char *info) {
    number *numbers = (number *)(info + 96);
    char serial[24];
    ENTER("C_GetTokenInfo");
    memset(info, 0, 208);
    pad(info, 32, has("letters") ? "\xc4\xff\xfe nh\xf3m" : "Hostile token");
    pad(info + 32, 32, "Hostile"); pad(info + 64, 16, "Model");
    snprintf(serial, sizeof serial, has("twins") ? "H0001" : "H%04lu", slot + 1);
    pad(info + 80, 16, serial);
    numbers[0] = 0x4 | 0x8 | 0x400; /* login required, PIN set, initialised */
    if (has("keypad")) numbers[0] |= 0x100;
    if (has("locked") || tries == 0) numbers[0] |= 0x40000;
    else if (has("final") || tries == 1) numbers[0] |= 0x20000;
    else if (tries == 2) numbers[0] |= 0x10000;
    numbers[5] = 8; numbers[6] = 6; /* longest and shortest PIN */
    if (has("lies")) memset(numbers + 1, 0xff, 10 * sizeof(number));
    return 0;
}
static number get_mechanism_list(number slot, number *list, number *count) {
    (void)slot;
    ENTER("C_GetMechanismList");
    if (list) { list[0] = 0x40; list[1] = 0x1; }
    *count = 2;
    return 0;
}
static number open_session(number slot, number flags, void *application, void *notify, number *session) {
    (void)flags; (void)application; (void)notify;
    ENTER("C_OpenSession");
    sessions++;
    *session = slot * 100 + 1;
    return 0;
}
static number close_session(number session) {
    (void)session;
    ENTER("C_CloseSession");
    if (--sessions == 0) logged_in = 0;
    return 0;
}
static number login(number session, number user, const char *pin, number length) {
    const char *right = getenv("HOSTILE_PIN") ? getenv("HOSTILE_PIN") : "123456";
    (void)session;
    ENTER("C_Login");
    if (tries == 0) return 0xA4;
    if (has("keypad") ? pin != NULL : (!pin || length != strlen(right) || memcmp(pin, right, length))) {
        return --tries == 0 ? 0xA4 : 0xA0;
    }
    tries = 3;
    if (user == 2) signing_with_pin = 1; else logged_in = 1;
    return 0;
}
static number logout(number session) { (void)session; ENTER("C_Logout"); logged_in = 0; return 0; }
static number set_pin(number session, const char *old, number old_length, const char *new, number new_length) {
    const char *right = getenv("HOSTILE_PIN") ? getenv("HOSTILE_PIN") : "123456";
    static char kept[64];
    (void)session;
    ENTER("C_SetPIN");
    if (has("keypad")) return old || new ? 0xA1 : 0;
    if (!old || old_length != strlen(right) || memcmp(old, right, old_length)) return --tries == 0 ? 0xA4 : 0xA0;
    memset(kept, 0, sizeof kept);
    memcpy(kept, new, new_length < 63 ? new_length : 63);
    setenv("HOSTILE_PIN", kept, 1);
    return 0;
}
static number find_init(number session, attribute *template, number count) {
    number i;
    (void)session;
    ENTER("C_FindObjectsInit");
    wanted_class = -1;
    for (i = 0; i < count; i++) if (template[i].type == 0) wanted_class = (int)*(number *)template[i].value;
    searching = 1; found = 0;
    return 0;
}
static number find(number session, number *objects, number most, number *count) {
    number i;
    (void)session;
    ENTER("C_FindObjects");
    *count = 0;
    if (has("endless")) { for (i = 0; i < most; i++) objects[i] = 11; *count = most; return 0; }
    if (found++) return 0;
    if (wanted_class == 1) { objects[0] = 11; *count = 1; }
    if (wanted_class == 3 && logged_in && !has("keyless")) { objects[0] = 13; *count = 1; }
    return 0;
}
static number find_final(number session) { (void)session; ENTER("C_FindObjectsFinal"); searching = 0; return 0; }
static number give(attribute *one, const void *value, number length) {
    if (one->value && one->length >= length) memcpy(one->value, value, length);
    one->length = length;
    return 0;
}
static number get_attributes(number session, number object, attribute *all, number count) {
    number i, kind = object == 13 ? 3 : 1, zero = 0;
    unsigned char yes = 1, always = has("always") ? 1 : 0;
    (void)session;
    ENTER("C_GetAttributeValue");
    for (i = 0; i < count; i++) switch (all[i].type) {
        case 0x0: give(all + i, &kind, sizeof kind); break;
        case 0x1: case 0x108: give(all + i, &yes, 1); break;
        case 0x3: give(all + i, has("letters") ? "\xff\xfe\xc4" : "label", has("letters") ? 3 : 5); break;
        case 0x80: case 0x100: give(all + i, &zero, sizeof zero); break;
        case 0x102: give(all + i, "\x01", 1); break;
        case 0x202: give(all + i, &always, 1); break;
        case 0x11:
            if (has("huge")) all[i].length = 1ul << 45;
            else if (has("empty")) all[i].length = 0;
            else if (has("garbage")) give(all + i, "\x30\x82\xff\xff garbage", 12);
            else give(all + i, certificate, certificate_length);
            break;
        default: all[i].length = ~0ul; return 0x12;
    }
    return 0;
}
static number sign_init(number session, void *mechanism, number key) {
    (void)session; (void)mechanism; (void)key;
    ENTER("C_SignInit");
    signing_with_pin = 0;
    return 0;
}
static number sign(number session, void *data, number length, unsigned char *made, number *made_length) {
    (void)session; (void)data; (void)length;
    ENTER("C_Sign");
    if (!logged_in || (has("always") && !signing_with_pin)) return 0x101;
    if (!made) { *made_length = 256; return 0; }
    memset(made, 0x5a, 256);
    *made_length = 256;
    return 0;
}
static number unsupported(void) { return 0x54; }

static struct { unsigned char version[2]; void *functions[68]; } all = {{2, 40}, {0}};

number C_GetFunctionList(void **list) {
    static void *mine[68] = {
        [0] = initialize, [1] = finalize, [2] = get_info, [3] = C_GetFunctionList, [4] = get_slot_list,
        [5] = get_slot_info, [6] = get_token_info, [7] = get_mechanism_list, [11] = set_pin, [12] = open_session,
        [13] = close_session, [18] = login, [19] = logout, [24] = get_attributes, [26] = find_init, [27] = find,
        [28] = find_final, [42] = sign_init, [43] = sign,
    };
    int i;
    for (i = 0; i < 68; i++) all.functions[i] = mine[i] ? mine[i] : (void *)unsupported;
    *list = &all;
    return 0;
}
