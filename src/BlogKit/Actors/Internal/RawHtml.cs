namespace BlogKit.Internal;

/// <summary>Who is trusted with raw HTML in posts.</summary>
internal static class RawHtml
{
    public static bool MayBeUsedBy(BlogRoles roles) => (roles & (BlogRoles.Editor | BlogRoles.Administrator)) != BlogRoles.None;
}
