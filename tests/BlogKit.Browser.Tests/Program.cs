using BlogKit.Browser.Tests;

if (args is not ["screenshots", var folder])
{
    Console.Error.WriteLine("Usage: dotnet run --project tests/BlogKit.Browser.Tests -- screenshots FOLDER");
    return 2;
}

await Screenshots.TakeAsync(Directory.CreateDirectory(folder));
return 0;
