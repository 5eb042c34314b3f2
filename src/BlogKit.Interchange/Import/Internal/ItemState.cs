namespace BlogKit.Interchange.Internal;

/// <summary>How far an item of the source has come in this run.</summary>
internal enum ItemState : byte
{
    /// <summary>The source has it.</summary>
    Seen = 1,

    /// <summary>It was met, and is left for the next reading of the source.</summary>
    Deferred = 2,

    /// <summary>It is held in memory until the comment it answers is here.</summary>
    Waiting = 5,

    /// <summary>Its outcome was told, and it is here.</summary>
    Taken = 3,

    /// <summary>Its outcome was told, and it is not here.</summary>
    NotTaken = 4,
}
