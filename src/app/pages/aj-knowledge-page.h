/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-records-page.h"

G_BEGIN_DECLS

#define AJ_TYPE_KNOWLEDGE_PAGE (aj_knowledge_page_get_type ())

/* The knowledge base: what the network knows, as links and files. */
G_DECLARE_FINAL_TYPE (AjKnowledgePage, aj_knowledge_page, AJ, KNOWLEDGE_PAGE, AjRecordsPage)

G_END_DECLS
