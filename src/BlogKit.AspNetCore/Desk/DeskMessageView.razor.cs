namespace BlogKit.AspNetCore.Components;

/// <summary>A page of the desk that tells why there is no other content.</summary>
public sealed partial class DeskMessageView : BlogView<DeskMessageModel>;
