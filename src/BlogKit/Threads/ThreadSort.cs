namespace BlogKit;

/// <summary>The order of a thread's roots. Replies always stand in the order they were made: a conversation is read forwards.</summary>
public enum ThreadSort
{
    /// <summary>The oldest first.</summary>
    Oldest,

    /// <summary>The latest first.</summary>
    Newest,

    /// <summary>The best judged first (<see cref="WilsonScore"/>), ties by age.</summary>
    Best,
}
