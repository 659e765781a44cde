/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-card.h"

G_BEGIN_DECLS

/* Address cards: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350) in and out, and 2.1 in, which Outlook writes. */

/* How many cards are read of one file at most. */
#define AJ_VCARD_MAX_CARDS 200000

typedef enum
{
  AJ_VCARD_3,
  AJ_VCARD_4,
} AjVcardVersion;

/* (element-type AjCard) (transfer full): all cards, in any encoding of aj_decode_text(). What a card has besides is left
 * out; a card that is not whole is there with its fault. Fails with AJ_ERROR_INVALID for a file without cards, with
 * AJ_ERROR_LIMIT for one that is too large. */
GPtrArray *aj_vcard_read (const char *name, const char *bytes, gsize length, GError **error);
/* One card with its line ends. A field can neither end its line nor begin another. */
void aj_vcard_append (GString *text, const AjCard *card, AjVcardVersion version);

G_END_DECLS
