namespace BlogKit.AspNetCore;

/// <summary>Whether pages are light or dark.</summary>
public enum PageColorScheme
{
    /// <summary>
    /// As the surroundings: in a page of the application's its CSS property <c>color-scheme</c> (light where it has none) or Bootstrap's
    /// <c>data-bs-theme</c>; in BlogKit's own pages as <see cref="System"/>.
    /// </summary>
    Surrounding,

    /// <summary>As the reader's system says, everywhere.</summary>
    System,

    /// <summary>Always light.</summary>
    Light,

    /// <summary>Always dark.</summary>
    Dark,
}
