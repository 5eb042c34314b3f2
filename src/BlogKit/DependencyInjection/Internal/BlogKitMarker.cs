namespace BlogKit.Internal;

/// <summary>Says that <c>AddBlogKit</c> was called.</summary>
internal sealed class BlogKitMarker;
