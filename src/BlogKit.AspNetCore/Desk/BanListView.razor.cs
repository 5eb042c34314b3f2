namespace BlogKit.AspNetCore.Components;

/// <summary>The list of bans, with a form to add one.</summary>
public sealed partial class BanListView : BlogView<BanListModel>;
