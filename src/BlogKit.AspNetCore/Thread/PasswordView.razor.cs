namespace BlogKit.AspNetCore.Components;

/// <summary>Asks for the password of a protected post.</summary>
public sealed partial class PasswordView : BlogView<PasswordModel>;
