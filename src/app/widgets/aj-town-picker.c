/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-town-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-accessible.h"
#include "aj-error.h"
#include "aj-text.h"

#define SEPARATORS ",;\n"
/* Of a word inside a name, so many bytes must have been typed. */
#define LEAST_PIECE 3

struct _AjTownPicker
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  GtkSearchEntry *search_entry;
  GtkLabel *missing_label;
  GtkScrolledWindow *scroller;
  GtkListBox *town_list;

  GPtrArray *towns; /* (owned) (element-type Town): in the order of the rows */
  GStrv words;      /* (owned): what is looked for, folded */
  char *missing;    /* (owned) (nullable): what nothing is called, as it was left in the line */
  guint n_changing; /* several are ticked at once: told after the last */
};

G_DEFINE_FINAL_TYPE (AjTownPicker, aj_town_picker, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  const char *id;
  char *name;     /* folded */
  char *district; /* folded; "" when there is none */
  GtkListBoxRow *row;
  GtkCheckButton *check;
} Town;

enum
{
  SIGNAL_TICKED,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
town_free (Town *self)
{
  g_free (self->name);
  g_free (self->district);
  g_free (self);
}

/* (transfer full): what is typed, as single words to look for. */
static GStrv
split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, SEPARATORS, -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

static gboolean
is_named (AjTownPicker *self, const char *word)
{
  for (guint i = 0; i < self->towns->len; i++)
    if (g_str_equal (((Town *) self->towns->pdata[i])->name, word))
      return TRUE;
  return FALSE;
}

/* Whether a word of @name begins so; a short piece, as "en", only where the whole name begins so. */
static gboolean
begins (const char *name, const char *word)
{
  if (g_str_has_prefix (name, word))
    return TRUE;
  for (const char *at = name; strlen (word) >= LEAST_PIECE && (at = strpbrk (at, " -'")) != NULL;)
    if (g_str_has_prefix (++at, word))
      return TRUE;
  return FALSE;
}

/* Who types a whole name means that one: Ede, and not Ederveen as well. */
static gboolean
is_meant (AjTownPicker *self, const Town *town, const char *word)
{
  if (is_named (self, word))
    return g_str_equal (town->name, word);
  return begins (town->name, word) || begins (town->district, word);
}

static gboolean
is_found (AjTownPicker *self, const Town *town)
{
  for (guint i = 0; self->words[i] != NULL; i++)
    if (is_meant (self, town, self->words[i]))
      return TRUE;
  return self->words[0] == NULL;
}

static gboolean
is_shown_cb (GtkListBoxRow *row, gpointer user_data)
{
  return is_found (user_data, g_object_get_data (G_OBJECT (row), "town"));
}

static void
show_missing (AjTownPicker *self, const char *text)
{
  g_autofree char *sentence = NULL;

  if (text != NULL)
    /* Translators: what was typed: names of municipalities. */
    sentence = g_strdup_printf (_ ("Not found: %s"), text);
  aj_set_string (&self->missing, text);
  gtk_label_set_text (self->missing_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing_label), sentence != NULL);
}

static void
search_changed_cb (AjTownPicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_strfreev (self->words);
  self->words = split (text);
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      char *word = self->words[i];

      self->words[i] = aj_text_fold (word);
      g_free (word);
    }
  if (g_strcmp0 (text, self->missing) != 0)
    show_missing (self, NULL);
  gtk_list_box_invalidate_filter (self->town_list);
}

static void
toggled_cb (AjTownPicker *self, GtkCheckButton *check)
{
  const Town *town = g_object_get_data (G_OBJECT (check), "town");

  g_signal_emit (self, signals[SIGNAL_TICKED], 0, town->id, gtk_check_button_get_active (check));
  if (self->n_changing == 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
tick (AjTownPicker *self, const Town *town, gboolean active)
{
  gtk_check_button_set_active (town->check, active);
}

static void
begin_change (AjTownPicker *self)
{
  self->n_changing++;
}

static void
end_change (AjTownPicker *self)
{
  if (--self->n_changing == 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Ticks all that are found, or none of them when they all are: typed the name of a district, that is the district. */
static void
tick_found_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjTownPicker *self = AJ_TOWN_PICKER (widget);
  gboolean all = TRUE;

  for (guint i = 0; i < self->towns->len; i++)
    {
      const Town *town = self->towns->pdata[i];

      all = all && (!is_found (self, town) || gtk_check_button_get_active (town->check));
    }
  begin_change (self);
  for (guint i = 0; i < self->towns->len; i++)
    if (is_found (self, self->towns->pdata[i]))
      tick (self, self->towns->pdata[i], !all);
  end_change (self);
}

/* In the order in which they were typed; FALSE: nothing is called that. */
static gboolean
tick_meant (AjTownPicker *self, const char *word)
{
  g_autofree char *folded = aj_text_fold (word);
  gboolean found = FALSE;

  for (guint i = 0; i < self->towns->len; i++)
    if (is_meant (self, self->towns->pdata[i], folded))
      {
        found = TRUE;
        tick (self, self->towns->pdata[i], TRUE);
      }
  return found;
}

static void
accepted_cb (AjTownPicker *self)
{
  g_auto (GStrv) words = split (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_autoptr (GString) missing = g_string_new (NULL);

  begin_change (self);
  for (guint i = 0; words[i] != NULL; i++)
    if (!tick_meant (self, words[i]))
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", words[i]);
  end_change (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), missing->str);
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
  search_changed_cb (self);
  show_missing (self, missing->len > 0 ? missing->str : NULL);
}

static gboolean
list_keynav_failed_cb (AjTownPicker *self, GtkDirectionType direction)
{
  if (direction != GTK_DIR_UP)
    return FALSE;
  aj_town_picker_focus (self);
  return TRUE;
}

static Town *
add_town (AjTownPicker *self, const AjValues *values, const char *district, gboolean active)
{
  const char *name = aj_values_get_text (values, "name");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  Town *town = g_new0 (Town, 1);

  *town = (Town){ aj_values_get_id (values), aj_text_fold (name),
                  aj_text_fold (district != NULL ? district : ""), GTK_LIST_BOX_ROW (row),
                  GTK_CHECK_BUTTON (check) };
  g_ptr_array_add (self->towns, town);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (district != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), district);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  aj_accessible_set_name (check, name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "town", town);
  g_object_set_data (G_OBJECT (check), "town", town);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->town_list, row);
  return town;
}

static void
aj_town_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AJ_TYPE_TOWN_PICKER);
  G_OBJECT_CLASS (aj_town_picker_parent_class)->dispose (object);
}

static void
aj_town_picker_finalize (GObject *object)
{
  AjTownPicker *self = AJ_TOWN_PICKER (object);

  g_ptr_array_unref (self->towns);
  g_strfreev (self->words);
  g_free (self->missing);
  G_OBJECT_CLASS (aj_town_picker_parent_class)->finalize (object);
}

static void
aj_town_picker_class_init (AjTownPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_town_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_town_picker_finalize;
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", AJ_TYPE_TOWN_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AJ_TYPE_TOWN_PICKER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/widgets/aj-town-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AjTownPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AjTownPicker, missing_label);
  gtk_widget_class_bind_template_child (widget_class, AjTownPicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, AjTownPicker, town_list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_keynav_failed_cb);
  gtk_widget_class_install_action (widget_class, "towns.tick-found", NULL, tick_found_activated_cb);
}

static GtkWidget *
make_placeholder (void)
{
  GtkWidget *label = gtk_label_new (_ ("Nothing found"));

  gtk_widget_set_margin_top (label, 15);
  gtk_widget_set_margin_bottom (label, 15);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
aj_town_picker_init (AjTownPicker *self)
{
  self->towns = g_ptr_array_new_with_free_func ((GDestroyNotify) town_free);
  self->words = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_placeholder (self->town_list, make_placeholder ());
  gtk_list_box_set_filter_func (self->town_list, is_shown_cb, self, NULL);
}

void
aj_town_picker_set_facts (AjTownPicker *self, AjRolloutFacts *facts, AjDate day)
{
  GPtrArray *all = aj_rollout_facts_get_municipalities (facts);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->towns);
  g_autoptr (GHashTable) ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->towns = g_ptr_array_new_with_free_func ((GDestroyNotify) town_free);
  for (guint i = 0; i < before->len; i++)
    {
      const Town *town = before->pdata[i];

      if (gtk_check_button_get_active (town->check))
        g_hash_table_add (ticked, g_strdup (town->id));
      gtk_list_box_remove (self->town_list, GTK_WIDGET (town->row));
    }
  for (guint i = 0; i < all->len; i++)
    if (aj_values_exist_on (all->pdata[i], day))
      add_town (self, all->pdata[i],
                aj_rollout_facts_get_name (facts, aj_values_get_text (all->pdata[i], "district")),
                g_hash_table_contains (ticked, aj_values_get_id (all->pdata[i])));
}

GPtrArray *
aj_town_picker_list_ticked (AjTownPicker *self)
{
  GPtrArray *ticked = g_ptr_array_new ();

  for (guint i = 0; i < self->towns->len; i++)
    {
      const Town *town = self->towns->pdata[i];

      if (gtk_check_button_get_active (town->check))
        g_ptr_array_add (ticked, (gpointer) town->id);
    }
  return ticked;
}

void
aj_town_picker_untick (AjTownPicker *self, const char *id)
{
  for (guint i = 0; i < self->towns->len; i++)
    if (g_str_equal (((Town *) self->towns->pdata[i])->id, id))
      tick (self, self->towns->pdata[i], FALSE);
}

void
aj_town_picker_set_height (AjTownPicker *self, int height)
{
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (self->scroller, height);
  /* In what scrolls itself it would get no more than it cannot do without: a row. */
  gtk_scrolled_window_set_min_content_height (self->scroller, height);
}

void
aj_town_picker_focus (AjTownPicker *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
