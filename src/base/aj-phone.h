/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Telephone numbers as people write them: "06-1234 5678", "+31 (0)6 12345678", "0031612345678". */

/* A number in a text, in bytes from its beginning. */
typedef struct
{
  gsize start;
  gsize end; /* the first that is not in it */
} AjPhonePlace;

/* (element-type AjPhonePlace) (transfer full): the numbers that stand in a text: "053-4876543 ext. 12" is one, and there
 * may be none. Where nothing else stands, six digits are enough; among words it is a whole number, or a date would be one. */
GArray *aj_phone_find (const char *text);
/* (transfer full): the same, as they are written. */
GStrv aj_phone_split (const char *text);

/* (transfer full): the digits behind the prefix of a country, without the 0 that stands there at home. @country (transfer
 * full) receives NULL when it is written as at home. */
char *aj_phone_read (const char *text, char **country);
/* (transfer full): by what one number can be told from others: its digits as above; NULL when these are too few. */
char *aj_phone_identify (const char *text);
/* (transfer full): the digits as they are dialled at home, however much of the number it is: a 0 stands for the prefix of
 * any country. NULL when other signs than those of a number stand in it. @origins (nullable, element-type guint) has for
 * each digit appended where it comes from, in bytes. */
char *aj_phone_normalise (const char *text, GArray *origins);

G_END_DECLS
