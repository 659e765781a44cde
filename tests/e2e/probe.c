/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with one of every widget the application uses, for the driver to be tried on. What was done to it shows in
 * its "Status" label. "--unnamed" adds a button that has no name for a screen reader. */
#include <adwaita.h>

#define ROWS  1000
#define TOWNS 76

typedef struct
{
  AdwApplicationWindow *window;
  GtkLabel *status;
  GtkWidget *toasts;
  guint added;
} Probe;

static gboolean unnamed;

static void G_GNUC_PRINTF (2, 3) say (Probe *probe, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  gtk_label_set_text (probe->status, text);
}

static void
name_widget (gpointer widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
new_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Probe *probe = data;

  say (probe, "%u added", ++probe->added);
}

static void
undo_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  say (data, "Undone");
}

static void
redo_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  say (data, "Redone");
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Probe *probe = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  say (probe, "Chosen %s", file ? g_file_peek_path (file) : "nothing");
  g_object_unref (dialog);
}

static void
show_chooser (Probe *probe, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (probe->window),
                                                              action, accept, "_Cancel");

  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "proposed.ics");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), probe);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_chooser (data, "Open a file", GTK_FILE_CHOOSER_ACTION_OPEN, "_Open");
}

static void
save_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_chooser (data, "Save a file", GTK_FILE_CHOOSER_ACTION_SAVE, "_Save");
}

static void
quit_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Probe *probe = data;

  gtk_window_destroy (GTK_WINDOW (probe->window));
}

static void
responded_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  say (data, "Answered %s", response);
}

static void
ask_cb (GtkButton *button, gpointer data)
{
  Probe *probe = data;
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (probe->window), "Send the invitations?",
                                              "To 25 people.");

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", "_Cancel", "send",
                                    "_Send", NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "send");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (responded_cb), probe);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
toast_cb (GtkButton *button, gpointer data)
{
  Probe *probe = data;
  AdwToast *toast = adw_toast_new ("Meeting cancelled");

  adw_toast_set_button_label (toast, "Undo");
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (probe->toasts), toast);
}

static void
late_cb (GtkButton *button, gpointer data)
{
  Probe *probe = data;

  say (probe, "Late");
  g_timeout_add_once (400, (GSourceOnceFunc) gtk_window_destroy, probe->window);
}

static void
crash_cb (GtkButton *button, gpointer data)
{
  abort ();
}

static void
entry_activate_cb (GtkEntry *entry, gpointer data)
{
  say (data, "Entered %s", gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
check_toggled_cb (GtkCheckButton *check, gpointer data)
{
  say (data, gtk_check_button_get_active (check) ? "Agreed" : "Disagreed");
}

static void
colour_cb (GtkDropDown *drop_down, GParamSpec *pspec, gpointer data)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (drop_down);

  say (data, "Colour %s", gtk_string_object_get_string (item));
}

static void
town_cb (GtkDropDown *drop_down, GParamSpec *pspec, gpointer data)
{
  say (data, "Town %u", gtk_drop_down_get_selected (drop_down));
}

static void
size_cb (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (row);

  say (data, "Size %s", gtk_string_object_get_string (item));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  say (data, "Dropped %s", g_value_get_string (value));
  return TRUE;
}

static void
row_button_cb (GtkButton *button, gpointer data)
{
  say (data, "Clicked %s", gtk_button_get_label (button));
}

static void
add_button (gpointer box, const char *label, GCallback callback, Probe *probe)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect (button, "clicked", callback, probe);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_box (GtkOrientation orientation)
{
  GtkWidget *box = gtk_box_new (orientation, 6);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  return box;
}

static void
add_rows (gpointer page, Probe *probe)
{
  const char *const sizes[] = { "Small", "Middle", "Large", "Huge", NULL };
  g_autoptr (GtkStringList) size_list = gtk_string_list_new (sizes);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *name = adw_entry_row_new ();
  GtkWidget *size = adw_combo_row_new ();
  GtkWidget *paid = adw_action_row_new ();
  GtkWidget *paid_switch = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (name), "Full name");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (size), "Size");
  adw_combo_row_set_model (ADW_COMBO_ROW (size), G_LIST_MODEL (size_list));
  g_signal_connect (size, "notify::selected", G_CALLBACK (size_cb), probe);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (paid), "Paid");
  gtk_widget_set_valign (paid_switch, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (paid), paid_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (paid), paid_switch);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), size);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), paid);
  gtk_box_append (page, group);
}

/* More than fit in a popover; the second one can be searched in. */
static void
add_towns (gpointer page, Probe *probe, const char *name, gboolean can_search)
{
  g_autoptr (GtkStringList) towns = gtk_string_list_new (NULL);
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *drop_down;

  for (guint i = 0; i < TOWNS; i++)
    {
      g_autofree char *town = g_strdup_printf ("Town number %u", i);
      gtk_string_list_append (towns, town);
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&towns)), text);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), can_search);
  name_widget (drop_down, name);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (town_cb), probe);
  gtk_box_append (page, drop_down);
}

static void
add_drag (gpointer page, Probe *probe)
{
  GtkWidget *line = make_box (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *from = gtk_label_new ("Drag me");
  GtkWidget *to = gtk_label_new ("Drop here");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_typed (G_TYPE_STRING, "cargo");

  gtk_drag_source_set_content (source, content);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), probe);
  gtk_widget_add_controller (from, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (to, GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_hexpand (to, TRUE);
  gtk_box_append (GTK_BOX (line), from);
  gtk_box_append (GTK_BOX (line), to);
  gtk_box_append (page, line);
}

static GtkWidget *
make_form (Probe *probe)
{
  const char *const colours[] = { "Red", "Green", "Blue", "Violet", NULL };
  GtkWidget *page = make_box (GTK_ORIENTATION_VERTICAL);
  GtkWidget *line = make_box (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *check = gtk_check_button_new_with_label ("Agrees");
  GtkWidget *colour = gtk_drop_down_new_from_strings (colours);
  GtkWidget *count = gtk_spin_button_new_with_range (0, 100, 1);

  add_button (line, "Ask", G_CALLBACK (ask_cb), probe);
  add_button (line, "Toast", G_CALLBACK (toast_cb), probe);
  add_button (line, "Leave late", G_CALLBACK (late_cb), probe);
  add_button (line, "Crash", G_CALLBACK (crash_cb), probe);
  gtk_box_append (GTK_BOX (page), line);
  name_widget (entry, "Search words");
  g_signal_connect (entry, "activate", G_CALLBACK (entry_activate_cb), probe);
  gtk_box_append (GTK_BOX (page), entry);
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), probe);
  gtk_box_append (GTK_BOX (page), check);
  name_widget (colour, "Colour");
  g_signal_connect (colour, "notify::selected", G_CALLBACK (colour_cb), probe);
  gtk_box_append (GTK_BOX (page), colour);
  name_widget (count, "Count");
  gtk_box_append (GTK_BOX (page), count);
  add_rows (page, probe);
  add_towns (page, probe, "Towns", FALSE);
  add_towns (page, probe, "Searched towns", TRUE);
  add_drag (page, probe);
  return page;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), text);
  /* GTK 4.8 has no GtkListItem:accessible-label yet: the row is the label's parent. */
  name_widget (gtk_widget_get_parent (label), text);
}

static void
list_activate_cb (GtkListView *list, guint position, gpointer data)
{
  say (data, "Row %u opened", position);
}

static GtkWidget *
make_scrolled (gpointer child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_list (Probe *probe)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkWidget *list;

  for (guint i = 0; i < ROWS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Meeting %u", i);
      gtk_string_list_append (strings, text);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (strings))),
                            factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  name_widget (list, "Meetings");
  g_signal_connect (list, "activate", G_CALLBACK (list_activate_cb), probe);
  return make_scrolled (list);
}

static GtkWidget *
make_far (Probe *probe)
{
  GtkWidget *box = make_box (GTK_ORIENTATION_VERTICAL);

  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *label = g_strdup_printf ("Button %u", i);
      add_button (box, label, G_CALLBACK (row_button_cb), probe);
    }
  return make_scrolled (box);
}

static GtkWidget *
make_header (GtkStack *stack)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();

  g_menu_append (menu, "_New meeting", "win.new");
  g_menu_append (menu, "_Open…", "win.open");
  g_menu_append (menu, "_Save…", "win.save");
  g_menu_append (menu, "_Quit", "win.quit");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  name_widget (button, "Main menu");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  if (unnamed)
    adw_header_bar_pack_end (ADW_HEADER_BAR (header), gtk_menu_button_new ());
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), stack);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  return header;
}

static void
add_actions (GtkApplication *app, Probe *probe)
{
  static const struct
  {
    const char *action;
    const char *accels[2];
  } accels[] = {
    { "win.new", { "<Control>n" } },         { "win.open", { "<Control>o" } },
    { "win.save", { "<Control>s" } },        { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z" } }, { "win.quit", { "<Control>q" } },
  };
  static const GActionEntry entries[] = {
    { "new", new_action_cb },   { "undo", undo_action_cb }, { "redo", redo_action_cb },
    { "open", open_action_cb }, { "save", save_action_cb }, { "quit", quit_action_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (probe->window), entries, G_N_ELEMENTS (entries),
                                   probe);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (app, accels[i].action, (const char **) accels[i].accels);
}

static void
activate_cb (GtkApplication *app, gpointer data)
{
  Probe *probe = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *stack = gtk_stack_new ();

  probe->window = ADW_APPLICATION_WINDOW (adw_application_window_new (app));
  probe->status = GTK_LABEL (gtk_label_new ("Ready"));
  probe->toasts = adw_toast_overlay_new ();
  gtk_window_set_title (GTK_WINDOW (probe->window), "Probe – Zoë");
  gtk_window_set_default_size (GTK_WINDOW (probe->window), 700, 700);
  gtk_stack_add_titled (GTK_STACK (stack), make_form (probe), "form", "Form");
  gtk_stack_add_titled (GTK_STACK (stack), make_list (probe), "list", "List");
  gtk_stack_add_titled (GTK_STACK (stack), make_far (probe), "far", "Far");
  gtk_widget_set_vexpand (stack, TRUE);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (probe->toasts), stack);
  gtk_box_append (GTK_BOX (box), make_header (GTK_STACK (stack)));
  gtk_box_append (GTK_BOX (box), probe->toasts);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (probe->status));
  adw_application_window_set_content (probe->window, box);
  add_actions (app, probe);
  gtk_window_present (GTK_WINDOW (probe->window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) app = NULL;
  Probe probe = { 0 };

  unnamed = argc > 1 && g_str_equal (argv[1], "--unnamed");
  app = adw_application_new ("nl.veiligheidsnetwerkon.Aanjager.Probe", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), &probe);
  return g_application_run (G_APPLICATION (app), 1, argv);
}
