using EcsTools.Pack;

// Creates the package. Arguments: the folder of the built module, and the folder to write the package into.
if (args is not [var module, var into])
{
    await Console.Error.WriteLineAsync("Give the folder of the module and the folder for the package.");
    return 2;
}

var package = Package.Write(module, BuildFacts.Repository, into);
Console.WriteLine($"{package} ({new FileInfo(package).Length / 1024} KiB)");
return 0;
