namespace BlogKit.AspNetCore.Components;

/// <summary>Asks whether a picture or file is to be deleted for ever.</summary>
public sealed partial class DeleteMediaView : BlogView<DeleteMediaModel>;
