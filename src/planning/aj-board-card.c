/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-board-card.h"

#include "aj-phrase.h"

struct _AjBoardCard
{
  GObject parent_instance;

  AjBoardFacts facts; /* (owned): its strings too */
};

G_DEFINE_FINAL_TYPE (AjBoardCard, aj_board_card, G_TYPE_OBJECT)

static void
aj_board_card_finalize (GObject *object)
{
  AjBoardCard *self = AJ_BOARD_CARD (object);

  g_free ((char *) self->facts.id);
  g_free ((char *) self->facts.title);
  g_free ((char *) self->facts.subtitle);
  g_free ((char *) self->facts.note);
  G_OBJECT_CLASS (aj_board_card_parent_class)->finalize (object);
}

static void
aj_board_card_class_init (AjBoardCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_board_card_finalize;
}

static void
aj_board_card_init (AjBoardCard *self)
{
}

AjBoardCard *
aj_board_card_new (const AjBoardFacts *facts)
{
  AjBoardCard *self = g_object_new (AJ_TYPE_BOARD_CARD, NULL);

  self->facts = *facts;
  self->facts.id = g_strdup (facts->id);
  self->facts.title = g_strdup (facts->title);
  self->facts.subtitle = g_strdup (facts->subtitle);
  self->facts.note = g_strdup (facts->note);
  return self;
}

const AjBoardFacts *
aj_board_card_get (AjBoardCard *self)
{
  return &self->facts;
}

gboolean
aj_board_card_is_same (AjBoardCard *self, AjBoardCard *other)
{
  const AjBoardFacts *a = &self->facts, *b = &other->facts;

  return a->column == b->column && g_str_equal (a->id, b->id) && g_str_equal (a->title, b->title) &&
         g_strcmp0 (a->subtitle, b->subtitle) == 0 && g_strcmp0 (a->note, b->note) == 0;
}

char *
aj_board_card_describe (AjBoardCard *self)
{
  GString *text = g_string_new (self->facts.title);

  aj_phrase_append (text, ", ", self->facts.subtitle);
  aj_phrase_append (text, ", ", self->facts.note);
  return g_string_free (text, FALSE);
}
