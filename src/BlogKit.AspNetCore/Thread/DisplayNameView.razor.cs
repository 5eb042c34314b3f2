namespace BlogKit.AspNetCore.Components;

/// <summary>Lets a signed-in user change the name they chose to be shown by.</summary>
public sealed partial class DisplayNameView : BlogView<DisplayNameModel>;
