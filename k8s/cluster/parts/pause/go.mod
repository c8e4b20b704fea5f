module insights/cluster/pause

go 1.26
