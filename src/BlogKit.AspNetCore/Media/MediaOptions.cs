namespace BlogKit.AspNetCore;

/// <summary>The options of pictures and files that authors upload.</summary>
public sealed class MediaOptions
{
    /// <summary>The largest picture, in bytes. Default 10 MiB; 1 KiB to 100 MiB.</summary>
    public int MaximumLength { get; set; } = 10 * 1024 * 1024;

    /// <summary>
    /// The longest side of a picture, in pixels: a small file may open to a very large picture. Default 16,384; 1 to 65,535.
    /// </summary>
    public int MaximumSide { get; set; } = 16_384;

    /// <summary>The most pixels a picture may have, width times height. Default 100,000,000; 1 to 1,000,000,000.</summary>
    public int MaximumPixels { get; set; } = 100_000_000;

    /// <summary>
    /// Whether authors may upload files that are no pictures too, whatever they are: readers get each as a download that runs nothing.
    /// Default false.
    /// </summary>
    public bool TakesFiles { get; set; }

    /// <summary>The largest file that is no picture, in bytes. Default 100 MiB; 1 KiB to 2 GiB.</summary>
    public long MaximumFileLength { get; set; } = 100 * 1024 * 1024;

    /// <summary>The number of pictures and files that one author may upload in 24 hours to one host. Default 200; 1 to 100,000.</summary>
    public int MaximumPerDay { get; set; } = 200;

    /// <summary>
    /// The folder of the store that <c>AddWeb</c> brings, <see cref="Storage.FileSystemMediaStore"/>; a relative one is below the
    /// application's content root. It is made when it is missing. Default <c>media</c>.
    /// </summary>
    public string Folder { get; set; } = "media";

    /// <summary>The largest upload, in bytes.</summary>
    internal long Largest => TakesFiles ? Math.Max(MaximumLength, MaximumFileLength) : MaximumLength;

    internal MediaLimits ToLimits() => new()
    {
        TakesFiles = TakesFiles,
        MaximumPictureLength = MaximumLength,
        MaximumFileLength = MaximumFileLength,
        MaximumSide = MaximumSide,
        MaximumPixels = MaximumPixels,
    };

    internal void Check(ICollection<string> failures)
    {
        if (MaximumFileLength is < 1024 or > 2L * 1024 * 1024 * 1024)
        {
            failures.Add("BlogKitWebOptions.Media.MaximumFileLength must be between 1 KiB and 2 GiB.");
        }

        if (MaximumLength is < 1024 or > 100 * 1024 * 1024)
        {
            failures.Add("BlogKitWebOptions.Media.MaximumLength must be between 1 KiB and 100 MiB.");
        }

        OptionChecks.CheckRange(failures, "BlogKitWebOptions.Media.MaximumSide", MaximumSide, 1, 65_535);
        OptionChecks.CheckRange(failures, "BlogKitWebOptions.Media.MaximumPixels", MaximumPixels, 1, 1_000_000_000);
        OptionChecks.CheckRange(failures, "BlogKitWebOptions.Media.MaximumPerDay", MaximumPerDay, 1, 100_000);

        if (string.IsNullOrWhiteSpace(Folder))
        {
            failures.Add("BlogKitWebOptions.Media.Folder must name a folder.");
        }
    }
}
