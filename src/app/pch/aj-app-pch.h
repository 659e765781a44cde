/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read once for all files of the room where a build asks for it (-Db_pch=true): it takes most of the time of each. The files
 * include what they use all the same, for the build that is installed goes without. */
#include <adwaita.h>
