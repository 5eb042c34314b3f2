namespace BlogKit.AspNetCore.Components;

/// <summary>A page that tells why there is no other content.</summary>
public sealed partial class MessageView : BlogView<MessageModel>;
