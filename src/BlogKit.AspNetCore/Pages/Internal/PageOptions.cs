using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// What pages are told; the application sets it by the members of <see cref="BlogKitWebOptions"/> that have the same names.
/// </summary>
internal sealed class PageOptions
{
    public const string DefaultContentSecurityPolicy =
        "default-src 'self'; img-src 'self' https: data:; media-src 'self' https:; " + DefaultLayoutContentSecurityPolicy;

    public const string DefaultLayoutContentSecurityPolicy =
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    public const string DefaultPermissionsPolicy =
        "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()";

    public string? ContentSecurityPolicy { get; set; } = DefaultContentSecurityPolicy;

    public string? LayoutContentSecurityPolicy { get; set; } = DefaultLayoutContentSecurityPolicy;

    public string? PermissionsPolicy { get; set; } = DefaultPermissionsPolicy;

    public string? SignInPath { get; set; }

    public string? AccountPath { get; set; }

    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
    public Type? Layout { get; set; }

    public string? ViewLayout { get; set; }

    public PageColorScheme ColorScheme { get; set; }

    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
    public Type? HeadContent { get; set; }

    public int NavigationPages { get; set; } = 6;

    public int StructuredComments { get; set; } = 5;

    public AvatarSource Avatars { get; set; }

    public void Check(ICollection<string> failures)
    {
        if (PermissionsPolicy?.Any(char.IsControl) is true)
        {
            failures.Add("BlogKitWebOptions.PermissionsPolicy must be one line without control characters.");
        }

        OptionChecks.CheckRange(failures, "BlogKitWebOptions.NavigationPages", NavigationPages, 0, 50);
        OptionChecks.CheckRange(failures, "BlogKitWebOptions.StructuredComments", StructuredComments, 0, 100);

        if (Layout?.IsAssignableTo(typeof(IComponent)) is false)
        {
            failures.Add("BlogKitWebOptions.Layout must be a Razor component.");
        }

        if (ViewLayout is not null && (Layout is not null || string.IsNullOrWhiteSpace(ViewLayout)))
        {
            failures.Add(
                "BlogKitWebOptions.ViewLayout must name a Razor layout, such as \"/Pages/Shared/_Layout.cshtml\", "
                    + "and cannot be set together with Layout.");
        }

        if (!Enum.IsDefined(ColorScheme))
        {
            failures.Add("BlogKitWebOptions.ColorScheme must be one of its members.");
        }

        if (HeadContent?.IsAssignableTo(typeof(IComponent)) is false)
        {
            failures.Add("BlogKitWebOptions.HeadContent must be a Razor component.");
        }

        if (!Enum.IsDefined(Avatars))
        {
            failures.Add("BlogKitWebOptions.Avatars must be one of its members.");
        }
    }
}
