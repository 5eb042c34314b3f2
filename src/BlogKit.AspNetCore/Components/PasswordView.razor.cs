using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Components;

/// <summary>Asks for the password of a protected post.</summary>
public sealed partial class PasswordView : ComponentBase
{
    /// <summary>The model of the view.</summary>
    [Parameter]
    [EditorRequired]
    public required PasswordModel Model { get; set; }
}
