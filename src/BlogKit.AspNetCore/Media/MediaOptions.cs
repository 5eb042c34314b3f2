namespace BlogKit.AspNetCore;

/// <summary>What authors may upload.</summary>
public sealed class MediaOptions
{
    /// <summary>The largest picture, in bytes. Default 10 MiB; 1 KiB to 100 MiB.</summary>
    public int MaximumLength { get; set; } = 10 * 1024 * 1024;

    /// <summary>Pictures one author may upload in 24 hours to one host. Default 200; 1 to 100,000.</summary>
    public int MaximumPerDay { get; set; } = 200;

    /// <summary>
    /// The folder of <see cref="FileSystemMediaStore"/>; a relative one is below the application's content root. It is made when it is missing. Default <c>media</c>.
    /// </summary>
    public string Folder { get; set; } = "media";
}
